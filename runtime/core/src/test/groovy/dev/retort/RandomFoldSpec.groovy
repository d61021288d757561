package dev.retort

import dev.retort.internal.difference.Difference
import dev.retort.internal.fold.Folding
import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.Schema
import dev.retort.internal.source.OperationWriter
import dev.retort.internal.testing.Project
import dev.retort.internal.testing.RandomOperations
import dev.retort.internal.testing.TestDatabase
import spock.lang.Specification
import spock.lang.Tag

/**
 * Folding a chain of random operations gives what reading the database finds after they ran. Each revision goes back by what
 * leads from the schema after it to the one before, so that both laws meet a database.
 */
@Tag('database')
class RandomFoldSpec extends Specification {

    /** More: {@code -Dretort.rounds=1000}, from another one: {@code -Dretort.test.seed=…}. */
    static final int ROUNDS = Integer.getInteger('retort.rounds', 2)
    static final long SEED = Long.getLong('retort.test.seed', 20261129L)
    private static final int REVISIONS = 5

    def "on #kind, the chain of the seed #seed leads to the schemas that folding it gives, up, down and up again"() {
        given:
        def database = TestDatabase.of(kind)
        def project = new Project()
        def retort = project.retort(database)
        write(project, retort, seed)
        def wrong = []

        when:
        (1..REVISIONS).each { int i ->
            retort.upgrade("r$i")
            wrong.addAll(differences(retort, "r$i"))
            retort.downgrade('-1')
            wrong.addAll(i == 1 ? [] : differences(retort, "r${i - 1}"))
            retort.upgrade("r$i")
            wrong.addAll(differences(retort, "r$i"))
        }

        then:
        wrong == []
        retort.validateChain() == []

        cleanup:
        database.close()
        project.close()

        where:
        [kind, seed] << [['sqlite', 'postgresql'], (0..<ROUNDS).collect { SEED + it }].combinations()
    }

    private static void write(Project project, Retort retort, long seed) {
        def dialect = retort.settings.database().dialect()
        def operations = new RandomOperations(new Random(seed), dialect, false)
        def writer = new OperationWriter()
        def schema = Schema.EMPTY
        (1..REVISIONS).each { int i ->
            List<Operation> up = operations.some(schema, i == 1 ? 6 : 4)
            def after = new Folding(dialect.folding()).after(schema, up)
            def down = Difference.between(after, schema, dialect.difference()).operations()
            project.revision("r$i", i == 1 ? [] : ["r${i - 1}".toString()],
                    "upgrade {\n${writer.write(up, 4)}\n}\ndowngrade {\n${writer.write(down, 4)}\n}")
            schema = after
        }
    }

    private static List<String> differences(Retort retort, String id) {
        def folded = retort.schemaAt(id)
        folded.differenceTo(retort.schema()).changes().collect { "$id: $it" as String } + folded.uncertain().collect { "$id: uncertain $it" as String } +
                (folded.complete ? [] : ["$id: incomplete" as String])
    }
}
