package dev.retort

import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresScriptTwiceSpec extends ScriptTwiceSpec {

    @Override
    TestDatabase open() {
        TestDatabase.postgresql()
    }

    @Override
    int indexes() {
        database.rows("SELECT count(*) AS n FROM pg_indexes WHERE indexname = 'ix_acc'")[0][0] as int
    }
}
