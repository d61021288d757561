package dev.retort

import dev.retort.testing.TestDatabase

class SqliteEngineSpec extends EngineSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
