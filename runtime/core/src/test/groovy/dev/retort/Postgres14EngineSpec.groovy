package dev.retort

import dev.retort.testing.PostgresServer
import dev.retort.testing.TestDatabase

class Postgres14EngineSpec extends PostgresEngineSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql(PostgresServer.oldest())
    }
}
