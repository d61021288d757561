package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteHostileScriptSpec extends HostileScriptSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
