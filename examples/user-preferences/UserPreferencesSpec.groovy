import dev.retort.internal.testing.StorySpec
import dev.retort.internal.testing.TestDatabase
import dev.retort.testkit.Database
import dev.retort.testkit.MigrationTest
import dev.retort.testkit.RoundTripSpec

import java.nio.file.Path

/** The second guide: a table with UUIDs, a column made of two others, and one script for both databases. */
@spock.lang.Tag('database')
class UserPreferencesSpec extends StorySpec {

    Path migrations = Path.of('user-preferences/migrations')

    def "full names are made of the names there were, on #database"() {
        given:
        def retort = retort(database)
        retort.upgrade('6f2c1d8e0b45')
        database.execute("INSERT INTO users (id, first_name, last_name, old_field) VALUES ('7f1dbd3c-5f3e-4c39-9d0c-0f6f2b1c8a55', 'Ada', 'Lovelace', 'x')")

        when:
        retort.upgrade('head')

        then:
        database.rows('SELECT first_name, full_name, new_field FROM users') == [['Ada', 'Ada Lovelace', null]]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }
}

@spock.lang.Tag('database')
@MigrationTest(migrations = 'user-preferences/migrations', seed = 7, database = [Database.SQLITE, Database.POSTGRESQL])
class UserPreferencesMigrationsSpec extends RoundTripSpec {
}
