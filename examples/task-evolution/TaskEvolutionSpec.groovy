import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** The third guide: priorities become numbers, indexes run backwards, and two tables refer to each other. */
@spock.lang.Tag('database')
class TaskEvolutionSpec extends StorySpec {

    Path migrations = Path.of('task-evolution/migrations')

    def "words become numbers, and what is neither gets the middle one, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('cad3e4f50617')
        database.execute(
                "INSERT INTO users (id) VALUES ('u')",
                "INSERT INTO tasks (user_id, title, priority) VALUES ('u', 'a', 'high'), ('u', 'b', 'low'), ('u', 'c', NULL), ('u', 'd', 'odd')")

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT title, priority_id FROM tasks ORDER BY title') == [['a', 3], ['b', 1], ['c', 2], ['d', 2]]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "the two tables hold on to each other on #database"() {
        given:
        retort(database).upgrade('head')

        when:
        database.enforcingForeignKeys().execute("INSERT INTO subtasks (task_id, title) VALUES (4711, 'of no task')")

        then:
        def refused = thrown(java.sql.SQLException)
        refused.message.toLowerCase().contains('foreign key')

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'task-evolution/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class TaskEvolutionMigrationsSpec extends RoundTripSpec {
}
