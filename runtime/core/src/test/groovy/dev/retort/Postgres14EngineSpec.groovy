package dev.retort

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class Postgres14EngineSpec extends PostgresEngineSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql(PostgresServer.oldest())
    }
}
