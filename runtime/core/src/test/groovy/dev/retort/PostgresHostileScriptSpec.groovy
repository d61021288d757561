package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('world')
class PostgresHostileScriptSpec extends HostileScriptSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
}
