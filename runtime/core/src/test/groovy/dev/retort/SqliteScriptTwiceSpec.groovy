package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteScriptTwiceSpec extends ScriptTwiceSpec {

    @Override
    TestDatabase open() {
        TestDatabase.sqlite()
    }

    @Override
    int indexes() {
        database.rows("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'ix_acc'")[0][0] as int
    }
}
