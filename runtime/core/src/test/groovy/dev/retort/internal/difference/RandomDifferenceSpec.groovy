package dev.retort.internal.difference

import dev.retort.RetortException
import dev.retort.internal.dialect.Dialects
import dev.retort.internal.fold.Folding
import dev.retort.internal.operation.Operation
import dev.retort.internal.schema.Schema
import dev.retort.internal.source.OperationWriter
import dev.retort.internal.testing.RandomOperations
import spock.lang.Specification

/** The laws of differences, between the schemas that random operations make. */
class RandomDifferenceSpec extends Specification {

    /** More: {@code -Dretort.rounds=1000}, from another one: {@code -Dretort.test.seed=…}. */
    static final int ROUNDS = Integer.getInteger('retort.rounds', 20)
    static final long SEED = Long.getLong('retort.test.seed', 20261129L)

    def "on #url, the difference of two random schemas leads from one to the other, and its inverse back"() {
        given:
        def dialect = Dialects.ofUrl(url).dialect()
        def folding = new Folding(dialect.folding())

        when:
        def wrong = (0..<ROUNDS).collectMany { round ->
            def operations = new RandomOperations(new Random(SEED + round), dialect, true)
            def begun = folding.after(Schema.EMPTY, operations.some(Schema.EMPTY, 8))
            def from = folding.after(begun, operations.some(begun, 8))
            def to = folding.after(begun, operations.some(begun, 8))
            broken(from, to, dialect.difference()).collect { "seed ${SEED + round}: $it" as String }
        }

        then:
        wrong == []

        where:
        url << ['jdbc:sqlite:none.db', 'jdbc:postgresql://nowhere/none']
    }

    private static List<String> broken(Schema from, Schema to, DifferenceRules rules) {
        def operations = Difference.between(from, to, rules).operations()
        def reached = [from]
        def wrong = leads(reached, operations, to, rules)
        def inverses = operations.reverse()*.inverse()
        wrong || inverses.any { it.reason() != null } ? wrong : leads(reached, inverses.collectMany { it.operations() } as List<Operation>, from, rules)
    }

    /** Adds where the operations lead to. */
    private static List<String> leads(List<Schema> reached, List<Operation> operations, Schema to, DifferenceRules rules) {
        try {
            reached << new Folding(rules.folding()).after(reached.last(), operations)
        } catch (RetortException e) {
            return ["$e.message\n${script(operations)}\n" as String]
        }
        def left = Difference.between(reached.last(), to, rules).operations()
        left ? ["${script(left)}\nis left by\n${script(operations)}\n" as String] : []
    }

    private static String script(List<Operation> operations) {
        new OperationWriter().write(operations, 4)
    }
}
