package dev.retort

import dev.retort.internal.testing.TestDatabase

class PostgresIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
