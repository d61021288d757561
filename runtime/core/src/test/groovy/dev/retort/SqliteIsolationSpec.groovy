package dev.retort

import dev.retort.testing.TestDatabase

class SqliteIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
