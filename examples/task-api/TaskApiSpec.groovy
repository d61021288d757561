import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** The fifth guide: models grow, a column is renamed, data is filled in with SQL and row by row. */
@spock.lang.Tag('database')
class TaskApiSpec extends StorySpec {

    Path migrations = Path.of('task-api/migrations')

    def "tasks keep their text under the new name, get a priority and a user, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('2a1f3e4d5c6b')
        database.execute("INSERT INTO tasks (title, description, status) VALUES ('a', 'text', 'pending'), ('b', NULL, 'in_progress'), ('c', NULL, 'done')")

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT title, details, priority FROM tasks ORDER BY title') == [['a', 'text', 1], ['b', null, 2], ['c', null, 3]]
        database.rows('SELECT t.title, u.name FROM tasks t JOIN users u ON u.id = t.user_id ORDER BY t.title') ==
                [['a', 'Ada'], ['b', 'Grace'], ['c', 'Ada']]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'task-api/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class TaskApiMigrationsSpec extends RoundTripSpec {
}
