package dev.retort

import dev.retort.internal.dialect.Dialects
import dev.retort.internal.testing.TestDatabase

@spock.lang.Tag('database')
class PostgresLockSpec extends LockSpec {

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }

    /** Another run that waits inside a revision. */
    Closeable holdLock() {
        def connection = database.open()
        connection.createStatement().execute("SET application_name = 'the other run'")
        def dialect = Dialects.of(connection)
        assert dialect.locks().tryLock(connection, 'retort:retort_version')
        return { connection.close() }
    }

    String endless = 'SELECT pg_sleep(600)'

    boolean describesHolder(String message) {
        message.startsWith('Another run held the lock for longer than ') && message.contains('the other run') && message =~ /pid \d+/
    }
}
