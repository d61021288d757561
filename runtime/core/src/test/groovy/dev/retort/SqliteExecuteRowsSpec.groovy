package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteExecuteRowsSpec extends ExecuteRowsSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
