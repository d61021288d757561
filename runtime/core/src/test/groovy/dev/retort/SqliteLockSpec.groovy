package dev.retort

import dev.retort.internal.testing.TestDatabase

class SqliteLockSpec extends LockSpec {

    TestDatabase newDatabase() {
        TestDatabase.sqlite()
    }

    Closeable holdLock() {
        def connection = database.open()
        connection.createStatement().execute('BEGIN IMMEDIATE')
        return { connection.close() }
    }

    String endless = 'CREATE TABLE counted AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n'

    boolean describesHolder(String message) {
        message.startsWith('Another connection has been writing to the database for ')
    }
}
