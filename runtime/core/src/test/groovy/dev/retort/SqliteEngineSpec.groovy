package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteEngineSpec extends EngineSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
