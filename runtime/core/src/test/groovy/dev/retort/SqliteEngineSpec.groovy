package dev.retort

import dev.retort.testing.TestDatabase

class SqliteEngineSpec extends EngineSpec {

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

    List<String> allTables() {
        database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")*.first()
    }
}
