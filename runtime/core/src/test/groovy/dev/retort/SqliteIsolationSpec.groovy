package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
