import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** The chain that {@code ./retort upgrade head} runs in a fresh clone. */
@spock.lang.Tag('database')
class DefaultChainSpec extends StorySpec {

    Path migrations = Path.of('../migrations')

    def "priorities become rows and tasks refer to them, and back, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('e48c7d02a5f9')
        database.execute(
                "INSERT INTO users (email, display_name) VALUES ('ada@example.com', 'Ada')",
                "INSERT INTO projects (owner_id, name) VALUES (1, 'Shed')",
                "INSERT INTO tasks (project_id, title, priority) VALUES (1, 'a', 'High'), (1, 'b', NULL), (1, 'c', 'low')",
                "INSERT INTO comments (task_id, author_id, body) VALUES (1, 1, 'soon')")

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT t.title, p.name FROM tasks t JOIN priorities p ON p.id = t.priority_id ORDER BY t.title') ==
                [['a', 'high'], ['b', 'medium'], ['c', 'low']]
        database.rows('SELECT body FROM comments') == [['soon']]

        when:
        retort.downgrade('e48c7d02a5f9')

        then:
        database.rows('SELECT title, priority FROM tasks ORDER BY title') == [['a', 'high'], ['b', 'medium'], ['c', 'low']]
        database.rows('SELECT body FROM comments') == [['soon']]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = '../migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class DefaultChainMigrationsSpec extends RoundTripSpec {
}
