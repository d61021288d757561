package dev.retort.dialect.postgres

import dev.retort.testing.PostgresServer
import dev.retort.testing.TestDatabase

class Postgres14RunningSpec extends PostgresRunningSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql(PostgresServer.oldest())
    }
}
