package dev.retort

import dev.retort.testing.TestDatabase

class SqliteExecuteRowsSpec extends ExecuteRowsSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
