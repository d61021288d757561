package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresExecuteRowsSpec extends ExecuteRowsSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
