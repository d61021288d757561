package dev.retort.internal.verify.rows

import dev.retort.internal.testing.TestDatabase
import spock.lang.Shared
import spock.lang.Tag

@Tag('database')
class PostgresFixturesSpec extends FixturesSpec {

    @Shared
    TestDatabase server = TestDatabase.postgresql()

    @Override
    TestDatabase getDatabase() {
        server
    }

    def cleanup() {
        server.execute('DROP TABLE users')
    }

    def cleanupSpec() {
        server.close()
    }
}
