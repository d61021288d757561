package dev.retort

import dev.retort.internal.testing.TestDatabase

class PostgresHostileScriptSpec extends HostileScriptSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
