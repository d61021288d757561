package dev.retort

import dev.retort.testing.TestDatabase

class PostgresIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
