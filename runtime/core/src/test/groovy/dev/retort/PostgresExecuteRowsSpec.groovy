package dev.retort

import dev.retort.internal.testing.TestDatabase

class PostgresExecuteRowsSpec extends ExecuteRowsSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
