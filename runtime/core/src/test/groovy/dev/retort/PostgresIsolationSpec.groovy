package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('world')
class PostgresIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
