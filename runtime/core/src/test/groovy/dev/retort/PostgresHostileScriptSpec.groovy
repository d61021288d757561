package dev.retort

import dev.retort.testing.TestDatabase

class PostgresHostileScriptSpec extends HostileScriptSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
