import dev.retort.Retort
import dev.retort.RevisionRequest
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Files
import java.nio.file.Path

/** A project whose model are its entities: Hibernate says what they need, and each revision is written by the tool. */
@spock.lang.Tag('database')
class EntitiesSpec extends StorySpec {

    Path migrations = Path.of('entities/migrations')

    def "the revisions lead to the entities, and there is nothing more to write, on #database"() {
        given:
        def retort = project(database)

        when:
        retort.upgrade('head')

        then:
        retort.schemaAtHeads().differenceTo(retort.modelSchema('jpa')).empty
        retort.schemaAt('head').differenceTo(retort.modelSchema('jpa')).empty
        retort.drift().empty

        when:
        retort.downgrade('base')

        then:
        retort.schema().script() == ''

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "the last revision is what is written of the entities and the revision before it, on #database"() {
        given: 'a project without it'
        def home = Files.createTempDirectory('entities')
        def files = Files.list(migrations).withCloseable { it.toList().toSorted() }
        Files.copy(files[0], Files.createDirectories(home.resolve('migrations')).resolve(files[0].fileName))
        def retort = project(database, home.resolve('migrations'))
        retort.upgrade('head')

        when:
        def difference = retort.schemaAtHeads().differenceTo(retort.modelSchema('jpa'))

        then:
        difference.renames().empty
        body(retort.revisionText(new RevisionRequest('x', 'x', ['head'], false, [], [], null), difference)) == body(files.last().toFile().text)

        cleanup:
        home.toFile().deleteDir()
        database.close()

        where:
        database << TestDatabase.each()
    }

    /** With the settings of retort.toml; the entities are compiled with this spec, beside a Hibernate of the application's. */
    private static Retort project(TestDatabase database, Path migrations = Path.of('entities/migrations')) {
        Retort.configure().url(database.jdbcUrl).migrations(migrations.toAbsolutePath())
                .modelSetting('jpa', 'classes', [Path.of('target/test-classes').toAbsolutePath().toString()])
                .modelSetting('jpa', 'naming', ['spring'])
                .build()
    }

    private static String body(String script) {
        script.substring(script.indexOf('change {'))
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'entities/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class EntitiesMigrationsSpec extends RoundTripSpec {
}
