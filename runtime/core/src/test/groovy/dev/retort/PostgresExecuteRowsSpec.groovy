package dev.retort

import dev.retort.testing.TestDatabase

class PostgresExecuteRowsSpec extends ExecuteRowsSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
