package dev.retort.internal.testing

import java.sql.Connection
import java.sql.SQLException
import spock.lang.Specification

@spock.lang.Tag('database')
class TestDatabaseSpec extends Specification {

    def "each #database is empty and can be written to"() {
        when:
        database.execute('CREATE TABLE t (a integer)', 'INSERT INTO t VALUES (1), (2)')

        then:
        database.rows('SELECT a FROM t ORDER BY a') == [[1], [2]]

        cleanup:
        database.close()

        where:
        database << TestDatabase.each()
    }

    def "a session that was left begins again as a new one"() {
        given:
        TestDatabase database = TestDatabase.postgresql()
        database.execute('CREATE TABLE t (a integer)')
        Connection first = database.open()
        Object pid = value(first, 'SELECT pg_backend_pid()')
        String name = value(first, "SELECT current_setting('application_name')")

        when:
        first.autoCommit = false
        first.readOnly = false
        ['INSERT INTO t VALUES (1)', "SET work_mem = '77kB'", 'CREATE TEMPORARY TABLE own (a integer)', 'SELECT pg_advisory_lock(7)',
         'COMMIT', 'INSERT INTO t VALUES (2)'].each { first.createStatement().execute(it) }
        first.setNetworkTimeout({ it.run() }, 1234)
        first.close()
        Connection next = database.open()

        then:
        value(next, 'SELECT pg_backend_pid()') == pid
        next.autoCommit
        next.networkTimeout == 0
        value(next, 'SELECT sum(a) FROM t') == 1
        value(next, "SELECT current_setting('work_mem')") != '77kB'
        value(next, "SELECT current_setting('application_name')") == name
        value(next, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0
        value(next, "SELECT to_regclass('own')") == null

        when:
        first.createStatement()

        then:
        def closed = thrown(SQLException)
        closed.message == 'This connection has been closed.'

        cleanup:
        next?.close()
        database.close()
    }

    def "a session that was ended, or that would begin otherwise now, is not given again: #change"() {
        given:
        TestDatabase database = TestDatabase.postgresql()
        Connection first = database.open()
        Object pid = value(first, 'SELECT pg_backend_pid()')
        first.close()

        when:
        Connection other = PLAIN.connect(database.jdbcUrl, null)
        other.createStatement().execute(change.replace('PID', "$pid").replace('NAME', "${value(other, 'SELECT current_database()')}"))
        Connection next = database.open()

        then:
        value(next, 'SELECT pg_backend_pid()') != pid

        cleanup:
        [other, next]*.close()
        database.close()

        where:
        change << ['SELECT pg_terminate_backend(PID)', "ALTER DATABASE NAME SET work_mem = '88kB'"]
    }

    private static final PLAIN = new org.postgresql.Driver()

    private static Object value(Connection connection, String sql) {
        connection.createStatement().executeQuery(sql).with { next(); getObject(1) }
    }
}
