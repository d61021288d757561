import dev.retort.RetortException
import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** Values that come, get another name and go; a column that stops being an enumeration, and is one again. */
@spock.lang.Tag('database')
class EnumsSpec extends StorySpec {

    Path migrations = Path.of('enums/migrations')

    def "the way down refuses while rows have the value, and says which, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('e2b1d5e3c802')
        database.execute("INSERT INTO jobs (state) VALUES ('archived'), ('done')",
                         "INSERT INTO job_events (job_id, state) VALUES (1, 'archived'), (1, 'archived')")

        when:
        retort.downgrade('e1a0c4d2b7f1')

        then:
        def refused = thrown(RetortException)
        refused.message.contains('The value "archived" of the enum "job_state" is in use: 2 rows of "job_events" in "state", 1 row of "jobs" in "state".')
        retort.rows() == ['e2b1d5e3c802'] as SortedSet

        when:
        database.execute("UPDATE jobs SET state = 'done'", 'DELETE FROM job_events')
        retort.downgrade('e1a0c4d2b7f1')

        then:
        database.rows('SELECT state FROM jobs ORDER BY id') == [['done'], ['done']]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "rows follow a renamed value up, down and up, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('e2b1d5e3c802')
        database.execute("INSERT INTO jobs (state) VALUES ('done'), ('queued')")

        when:
        retort.upgrade('e3c2e6f4d913')

        then:
        database.rows('SELECT state FROM jobs ORDER BY id') == [['finished'], ['queued']]

        when:
        retort.downgrade('e2b1d5e3c802')

        then:
        database.rows('SELECT state FROM jobs ORDER BY id') == [['done'], ['queued']]

        when:
        retort.upgrade('e3c2e6f4d913')

        then:
        database.rows('SELECT state FROM jobs ORDER BY id') == [['finished'], ['queued']]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "roles become words and an enumeration again with their rows, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('e3c2e6f4d913')
        database.execute("INSERT INTO messages (role) VALUES ('user')")

        when:
        retort.upgrade('head')
        database.execute("INSERT INTO messages (role) VALUES ('tool')")

        then:
        database.rows('SELECT role FROM messages ORDER BY id') == [['user'], ['tool']]

        when:
        retort.downgrade('e3c2e6f4d913')

        then:
        database.rows('SELECT role FROM messages ORDER BY id') == [['user'], ['assistant']]

        when:
        database.execute("INSERT INTO messages (role) VALUES ('tool')")

        then:
        thrown(java.sql.SQLException)

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT role FROM messages ORDER BY id') == [['user'], ['assistant']]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'enums/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class EnumsMigrationsSpec extends RoundTripSpec {
}
