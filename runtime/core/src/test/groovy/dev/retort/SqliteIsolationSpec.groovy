package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('world')
class SqliteIsolationSpec extends IsolationSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
