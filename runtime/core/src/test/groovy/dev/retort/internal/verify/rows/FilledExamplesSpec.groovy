package dev.retort.internal.verify.rows

import dev.retort.Retort
import dev.retort.RetortException
import dev.retort.internal.testing.RememberedScripts
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.Tag

/** The tables of every example get rows before each revision, and the revisions run on them. */
@Tag('database')
class FilledExamplesSpec extends Specification {

    static final Path ROOT = Path.of('../..').toAbsolutePath().normalize()

    def "on #kind, all tables of #chain have rows at each of its revisions"() {
        given:
        def database = TestDatabase.of(kind)
        def retort = database.lentTo(RememberedScripts.by(Retort.configure())).home(ROOT.resolve(chain).parent).migrations(ROOT.resolve(chain)).build()
        def empty = []
        def revisions = 0

        when:
        steps(retort).each { String revision ->
            retort.upgrade(revision)
            def filled = database.open().withCloseable { connection ->
                def dialect = FilledDatabase.dialect(database)
                new RowFilling(dialect, 4, new Random(FilledDatabase.SEED)).fill(connection, FilledDatabase.schema(connection, dialect))
            }
            empty.addAll(filled.collect { "$revision: $it" as String })
            revisions++
        }

        then:
        empty == []
        revisions > 0 || kind == 'sqlite'

        cleanup:
        database.close()

        where:
        [kind, chain] << [['sqlite', 'postgresql'], chains()].combinations()
    }

    private static List<String> chains() {
        Files.list(ROOT.resolve('examples')).withCloseable { folders ->
            folders.filter { Files.isDirectory(it.resolve('migrations')) }.map { "examples/${it.fileName}/migrations" as String }.sorted().toList()
        } + ['migrations']
    }

    /** None where the chain is for another database. */
    private static List<String> steps(Retort retort) {
        try {
            return retort.planUpgrade('heads', null).steps()*.revision()*.id()
        } catch (RetortException ignored) {
            return []
        }
    }
}
