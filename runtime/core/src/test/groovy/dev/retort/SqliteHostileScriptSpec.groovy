package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('world')
class SqliteHostileScriptSpec extends HostileScriptSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }
}
