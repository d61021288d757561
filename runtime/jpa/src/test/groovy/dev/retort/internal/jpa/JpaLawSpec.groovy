package dev.retort.internal.jpa

import dev.retort.Retort
import dev.retort.SchemaDifference
import dev.retort.SchemaSnapshot
import dev.retort.internal.testing.TestDatabase
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.Tag
import spock.lang.TempDir

/** A database that has what the entities need differs from them in nothing, however it came to have it. */
@Tag('database')
class JpaLawSpec extends Specification {

    /** What every database has, and what only PostgreSQL has. */
    static final Map<String, List<String>> PACKAGES = [
            sqlite    : ['shop', 'press'],
            postgresql: ['shop', 'press', 'ledger'],
    ]

    @TempDir
    Path folder

    def "on #kind with the names of #naming, what was written of the entities and applied leaves nothing to do"() {
        given:
        def database = TestDatabase.of(kind)
        def retort = retort(database, naming)
        def model = retort.modelSchema('jpa')

        when:
        migrate(retort, model)

        then:
        model.isComplete()
        model.uncertain() == []
        texts(retort.schema().differenceTo(model)) == []
        texts(model.differenceTo(retort.schema())) == []

        cleanup:
        database.close()

        where:
        kind         | naming
        'sqlite'     | 'jpa'
        'postgresql' | 'spring'
    }

    def "what Hibernate itself has created leaves nothing to do"() {
        given:
        def database = TestDatabase.postgresql()
        def retort = retort(database, 'jpa')
        def statements = Entities.statements(folder.resolve('classes'), database.jdbcUrl)

        when:
        database.execute(statements as String[])

        then:
        texts(retort.schema().differenceTo(retort.modelSchema('jpa'))) == []

        cleanup:
        database.close()
    }

    private Retort retort(TestDatabase database, String naming) {
        def classes = Entities.classes(folder.resolve('classes'), PACKAGES[database.dialect])
        Entities.reading(database, classes).modelSetting('jpa', 'naming', [naming])
                .migrations(folder.resolve('migrations')).build()
    }

    private void migrate(Retort retort, SchemaSnapshot model) {
        Files.createDirectories(folder.resolve('migrations'))
        folder.resolve('migrations/a1_entities.groovy').toFile().text = """
            |revision 'a1'
            |message 'Create what the entities need'
            |
            |upgrade {
            |${model.script()}
            |}
            |
            |irreversible 'There was nothing before it.'
            |""".stripMargin()
        retort.upgrade('head')
    }

    private static List<String> texts(SchemaDifference difference) {
        difference.changes()*.operation() + difference.unreachable()
    }
}
