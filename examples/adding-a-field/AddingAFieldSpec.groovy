import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** The tutorial of the first guide: a field is added, filled, required, renamed, moved and indexed. */
@spock.lang.Tag('database')
class AddingAFieldSpec extends StorySpec {

    Path migrations = Path.of('adding-a-field/migrations')

    def "keeps every value on the way up and down again on #database"() {
        given: 'a project from before there were codes'
        def retort = retort(database)
        retort.upgrade('abc123def456')
        database.execute(
                "INSERT INTO workspaces (id, name) VALUES (1, 'Home')",
                "INSERT INTO projects (id, name, description, status, workspace_id) VALUES (7, 'Shed', 'Paint it', 'todo', 1)")

        when:
        retort.upgrade('head')

        then: 'it has a code, a stage and a title, and its description moved'
        database.rows('SELECT code, stage, title FROM projects') == [['P-7', 'idea', 'Shed']]
        database.rows('SELECT project_id, body FROM project_descriptions') == [[7, 'Paint it']]

        when:
        retort.downgrade('abc123def456')

        then:
        database.rows('SELECT id, name, description, status, workspace_id FROM projects') == [[7, 'Shed', 'Paint it', 'todo', 1]]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'adding-a-field/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class AddingAFieldMigrationsSpec extends RoundTripSpec {
}
