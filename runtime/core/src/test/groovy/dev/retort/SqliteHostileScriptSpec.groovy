package dev.retort

import dev.retort.testing.TestDatabase

class SqliteHostileScriptSpec extends HostileScriptSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
