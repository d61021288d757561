package dev.retort.internal.verify.rows

import dev.retort.internal.testing.TestDatabase

class SqliteFixturesSpec extends FixturesSpec {

    TestDatabase database = TestDatabase.sqlite()

    def cleanup() {
        database.close()
    }
}
