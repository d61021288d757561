import dev.retort.DifferenceOptions
import dev.retort.Retort
import dev.retort.RevisionRequest
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Files
import java.nio.file.Path

/** The daily workflow of the guides with a model: its files change, and each revision is written by the tool. */
@spock.lang.Tag('database')
class ModelsSpec extends StorySpec {

    static final Path SCHEMA = Path.of('models/schema')

    Path migrations = Path.of('models/migrations')

    def "the revisions lead to the model, and there is nothing more to write, on #database"() {
        given:
        def retort = retort(database)

        when:
        retort.upgrade('head')

        then:
        retort.schemaAtHeads().differenceTo(retort.declaredSchema(SCHEMA)).empty
        retort.schemaAt('head').differenceTo(retort.declaredSchema(SCHEMA)).empty

        when:
        retort.downgrade('base')

        then:
        retort.schema().script() == ''

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "the last revision is what is written out of the model and the revisions before it, on #database"() {
        given: 'a project without it'
        def home = Files.createTempDirectory('models')
        def files = Files.list(migrations).withCloseable { it.toList().toSorted() }
        files.take(3).each { Files.copy(it, Files.createDirectories(home.resolve('migrations')).resolve(it.fileName)) }
        def retort = Retort.configure().url(database.jdbcUrl).home(home).build()
        retort.upgrade('head')

        when:
        def difference = retort.schemaAtHeads().differenceTo(
                retort.declaredSchema(SCHEMA.toAbsolutePath()), DifferenceOptions.NONE.withRenames(['tasks.description': 'details']))

        then:
        body(retort.revisionText(new RevisionRequest('x', 'x', ['head'], false, [], [], null), difference)) == body(files.last().toFile().text)

        cleanup:
        home.toFile().deleteDir()
        database.close()

        where:
        database << TestDatabase.each()
    }

    private static String body(String script) {
        script.substring(script.indexOf('change {'))
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'models/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class ModelsMigrationsSpec extends RoundTripSpec {
}
