package dev.retort.internal.dialect.postgres

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.TestDatabase

class Postgres14IntrospectionSpec extends PostgresIntrospectionSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql(PostgresServer.oldest())
    }
}
