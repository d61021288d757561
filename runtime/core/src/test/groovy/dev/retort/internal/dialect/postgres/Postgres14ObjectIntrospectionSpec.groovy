package dev.retort.internal.dialect.postgres

import dev.retort.internal.testing.PostgresServer
import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class Postgres14ObjectIntrospectionSpec extends PostgresObjectIntrospectionSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql(PostgresServer.oldest())
    }
}
