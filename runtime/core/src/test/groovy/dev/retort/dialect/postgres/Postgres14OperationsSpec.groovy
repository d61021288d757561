package dev.retort.dialect.postgres

import dev.retort.testing.PostgresServer
import dev.retort.testing.TestDatabase

class Postgres14OperationsSpec extends PostgresOperationsSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql(PostgresServer.oldest())
    }
}
