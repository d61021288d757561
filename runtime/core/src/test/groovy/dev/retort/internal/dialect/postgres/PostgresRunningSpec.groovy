package dev.retort.internal.dialect.postgres

import dev.retort.internal.dialect.Capability
import dev.retort.RetortException
import dev.retort.internal.dialect.Session
import dev.retort.internal.dialect.SqlError
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.schema.QualifiedName
import dev.retort.internal.testing.TestDatabase
import java.sql.Connection
import java.sql.DriverManager
import java.sql.SQLException
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Sessions, the lock and what is made of failures. */
@spock.lang.Tag('database')
class PostgresRunningSpec extends Specification {

    static final PostgresDialect DIALECT = new PostgresDialect()

    @AutoCleanup TestDatabase database = newDatabase()

    TestDatabase newDatabase() {
        TestDatabase.postgresql()
    }
    @AutoCleanup Connection connection = database.open()
    @AutoCleanup Connection other = database.open()

    // ---- session ----

    def "a session commits what it is told to, and puts the connection back as it was"() {
        given:
        connection.autoCommit = autoCommit
        Session session = DIALECT.sessions().session(connection)

        when:
        session.begin()
        run(connection, 'CREATE TABLE kept (a integer)')
        session.commit()
        session.begin()
        run(connection, 'CREATE TABLE undone (a integer)')
        session.rollback()
        run(connection, 'CREATE INDEX CONCURRENTLY i ON kept (a)')
        session.begin()
        run(connection, 'CREATE TABLE lost (a integer)')
        session.close()

        then:
        connection.autoCommit == autoCommit
        ['kept', 'undone', 'lost'].collect { DIALECT.reading().hasTable(other, QualifiedName.of(it)) } == [true, false, false]
        PostgresRunner.read(other, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass") == [true]

        where:
        autoCommit << [true, false]
    }

    def "a session is not begun in the middle of the caller's transaction"() {
        given:
        connection.autoCommit = false
        run(connection, 'CREATE TABLE mine (a integer)')

        when:
        DIALECT.sessions().session(connection)

        then:
        RetortException refusal = thrown()
        refusal.message == 'The connection is in the middle of a transaction. Commit it or roll it back before migrating.'

        cleanup:
        connection.rollback()
    }

    def "a failed statement is undone with its transaction, and the session goes on"() {
        given:
        Session session = DIALECT.sessions().session(connection)
        session.begin()
        run(connection, 'CREATE TABLE t (a integer)')

        when:
        run(connection, 'CREATE TABLE t (a integer)')

        then:
        thrown(SQLException)

        when:
        session.rollback()
        session.rollback()
        session.begin()
        run(connection, 'CREATE TABLE t (a integer)')
        session.commit()
        session.close()

        then:
        DIALECT.reading().hasTable(other, QualifiedName.of('t'))
    }

    def "closing a session whose connection has gone is quiet"() {
        given:
        Session session = DIALECT.sessions().session(connection)
        connection.close()

        when:
        session.close()

        then:
        noExceptionThrown()
    }

    // ---- lock ----

    def "one connection has the lock until it gives it back"() {
        expect:
        DIALECT.has(Capability.SESSION_LOCKS)
        DIALECT.locks().lockHolder(other, 'app/retort_version').empty
        DIALECT.locks().tryLock(connection, 'app/retort_version')
        !DIALECT.locks().tryLock(other, 'app/retort_version')
        DIALECT.locks().tryLock(other, 'another')

        when:
        DIALECT.locks().unlock(connection, 'app/retort_version')

        then:
        DIALECT.locks().tryLock(other, 'app/retort_version')
        DIALECT.locks().lockHolder(connection, 'app/retort_version').present
    }

    def "the lock dies with its holder"() {
        given:
        Connection holder = database.open()
        assert DIALECT.locks().tryLock(holder, 'lock')

        when:
        PostgresRunner.read(other, "SELECT pg_terminate_backend(${pid(holder)}, 5000)")

        then:
        DIALECT.locks().tryLock(other, 'lock')

        when:
        DIALECT.locks().unlock(holder, 'lock')

        then:
        SQLException failure = thrown()
        DIALECT.errors().explain(failure).kind() == SqlError.Kind.UNREACHABLE

        cleanup:
        holder.close()
    }

    def "the key of a lock never changes"() {
        expect:
        DIALECT.locks().tryLock(connection, 'retort')
        PostgresRunner.read(other, "SELECT classid::bigint << 32 | objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND database = " +
                '(SELECT oid FROM pg_database WHERE datname = current_database())') == [-2576214908946534864L]
    }

    def "the holder is named, with what it runs"() {
        given:
        run(connection, "SET application_name = 'billing \"x\"'")
        DIALECT.locks().tryLock(connection, 'lock')
        String user = PostgresRunner.read(connection, 'SELECT current_user')[0]
        String at = /since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/

        expect:
        DIALECT.locks().lockHolder(other, 'lock').get() ==~ /pid ${pid(connection)}, app "billing "x"", user "$user", from \S+, $at/
        DIALECT.locks().lockHolder(other, 'free').empty

        when:
        Thread work = Thread.start { cancelled(connection, "SELECT\n  pg_sleep(30)  /* ${'x' * 100} */") }
        String text = ''
        for (int i = 0; i < 100 && !text.contains('running'); i++) {
            sleep(20)
            text = DIALECT.locks().lockHolder(other, 'lock').get()
        }

        then:
        text ==~ /.*, $at, running "SELECT pg_sleep\(30\) \/\* x+…"/

        cleanup:
        PostgresRunner.read(other, "SELECT pg_cancel_backend(${pid(connection)})")
        work?.join()
    }

    def "the holder is named, with what its other session runs, #word"() {
        given:
        Connection lock = database.open()
        Connection worker = database.open()
        run(lock, "SET application_name = 'retort 7'")
        run(worker, "SET application_name = 'retort 7'")
        DIALECT.locks().tryLock(lock, 'lock')
        worker.autoCommit = false

        when:
        Thread work = Thread.start { cancelled(worker, sql) }
        String text = ''
        for (int i = 0; i < 500 && !text.contains(word); i++) {
            sleep(20)
            text = DIALECT.locks().lockHolder(other, 'lock').get()
        }

        then:
        text.startsWith("pid ${pid(lock)}, ")
        text.endsWith(", $word \"$sql\"")

        cleanup:
        PostgresRunner.read(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'retort 7'")
        work?.join()
        [lock, worker]*.close()

        where:
        word       | sql
        'running'  | 'SELECT pg_sleep(31)'
        'last ran' | 'SELECT 31'
    }

    def "a role that may not look at the holder's session still learns its pid and user"() {
        given:
        String role = 'r_' + UUID.randomUUID().toString().replace('-', '')
        run(other, "CREATE ROLE $role")
        DIALECT.locks().tryLock(connection, 'lock')

        when:
        run(other, "SET ROLE $role")
        String holder = DIALECT.locks().lockHolder(other, 'lock').get()

        then:
        holder ==~ /pid ${pid(connection)}, app ".*", user ".*"/

        cleanup:
        run(other, "RESET ROLE; DROP ROLE $role")
    }

    def "giving back a lock that is not held is told"() {
        when:
        DIALECT.locks().unlock(connection, 'lock')

        then:
        RetortException failure = thrown()
        failure.message.startsWith('The lock "lock" was not held any more when it was to be released.')
    }

    // ---- failures ----

    def "a connection that fails because of #why is #kind"() {
        when:
        DriverManager.getConnection(url.call(database.jdbcUrl)).close()

        then:
        SQLException failure = thrown()
        SqlError error = DIALECT.errors().explain(failure)
        error.kind() == kind
        error.state() == state
        error.message() ==~ message

        where:
        why                   | url                                                                || kind                       | state   | message
        'an unknown database' | { it.replaceAll('/spec_[0-9a-f]+', '/nowhere') }                   || SqlError.Kind.LOGIN        | '3D000' | /database "nowhere" does not exist/
        'an unknown role'     | { it.replaceAll('user=\\w+', 'user=nobody') }                      || SqlError.Kind.LOGIN        | '28000' | /role "nobody" does not exist/
        'a closed port'       | { it.replaceAll('//[^/]+/', '//localhost:1/') }                    || SqlError.Kind.UNREACHABLE  | '08001' | /Connection to localhost:1 refused.*/
        'an unknown host'     | { it.replaceAll('//[^/]+/', '//nohost.invalid/') }                 || SqlError.Kind.UNREACHABLE  | '08001' | /The host "nohost.invalid" is not known\./
    }

    def "a wrong password is a refused login, and is not told"() {
        given: 'a server that asks for a password and refuses any'
        ServerSocket server = new ServerSocket(0)
        Thread.startDaemon { refuseLogin(server) }

        when:
        DriverManager.getConnection("jdbc:postgresql://localhost:$server.localPort/db?user=app&password=s3cret&sslmode=disable&gssEncMode=disable")

        then:
        SQLException failure = thrown()
        with(DIALECT.errors().explain(failure)) {
            kind() == SqlError.Kind.LOGIN
            state() == '28P01'
            message() == 'password authentication failed for user "app"'
        }

        cleanup:
        server.close()
    }

    def "a server that does not answer is out of reach"() {
        given:
        ServerSocket server = new ServerSocket(0)

        when:
        DriverManager.getConnection("jdbc:postgresql://localhost:$server.localPort/db?user=app&loginTimeout=0&socketTimeout=1&connectTimeout=1&sslmode=disable")

        then:
        SQLException failure = thrown()
        with(DIALECT.errors().explain(failure)) {
            kind() == SqlError.Kind.UNREACHABLE
            message() == 'The server did not answer in time (read timed out).'
        }

        cleanup:
        server.close()
    }

    def "a password in a driver's message is masked"() {
        expect:
        DIALECT.errors().explain(new SQLException(message, '08001')).message() == masked

        where:
        message                                                                   || masked
        'No suitable driver found for jdbc:postgre://h/db?user=a&password=x%y&b=1' || 'No suitable driver found for jdbc:postgre://h/db?user=a&password=***&b=1'
        'Unable to parse URL postgresql://app:p:w@host:5432/db'                   || 'Unable to parse URL postgresql://app:***@host:5432/db'
        'Unable to parse URL jdbc:postgresql://host:5432/db'                      || 'Unable to parse URL jdbc:postgresql://host:5432/db'
    }

    def "a statement at fault is told with its place, and with detail and hint"() {
        given:
        run(connection, 'CREATE TABLE t (id integer PRIMARY KEY, name text)', 'INSERT INTO t VALUES (1)')

        when:
        run(connection, sql)

        then:
        SQLException failure = thrown()
        DIALECT.errors().explain(failure) == new SqlError(SqlError.Kind.STATEMENT, message, state, position, notes)

        where:
        sql                                          || message                                                     | state   | position | notes
        'SELECT 1 FORM t'                            || 'syntax error at or near "t"'                               | '42601' | 15       | []
        'SELECT nam FROM t'                          || 'column "nam" does not exist'                               | '42703' | 8        | ['Perhaps you meant to reference the column "t.name".']
        'INSERT INTO t VALUES (1)'                   || 'duplicate key value violates unique constraint "t_pkey"'   | '23505' | 0        | ['Key (id)=(1) already exists.']
    }

    def "the place of a fault is one in the text with its question marks: #sql"() {
        given:
        run(connection, 'CREATE TABLE t (id integer, j jsonb)')
        SqlStatement statement = SqlStatement.of(sql, values as Object[])

        when:
        PostgresRunner.execute(connection, statement)

        then:
        SQLException failure = thrown()
        DIALECT.errors().explain(failure, statement).position() == sql.indexOf('wrong') + 1

        where:
        sql                                                                   | values
        'UPDATE t SET wrong = ?'                                              | [1]
        "UPDATE t SET id = ? WHERE wrong"                                     | [1]
        "UPDATE t SET id = ? WHERE j ?? 'a' AND j ??| '{?}' AND wrong = ?"    | [1, 2]
        "UPDATE t SET id = ${(['?'] * 12).join(' + ')} WHERE wrong"           | (1..12) as List
    }

    def "what the server said of a batch is not hidden by the batch"() {
        given:
        run(connection, 'CREATE TABLE t (id integer PRIMARY KEY)')

        when:
        connection.prepareStatement('INSERT INTO t VALUES (?)').withCloseable { statement ->
            2.times {
                statement.setInt(1, 1)
                statement.addBatch()
            }
            statement.executeBatch()
        }

        then:
        SQLException failure = thrown()
        with(DIALECT.errors().explain(failure)) {
            message() == 'duplicate key value violates unique constraint "t_pkey"'
            position() == 0
            notes() == ['Key (id)=(1) already exists.']
        }
    }

    def "a statement that waits too long for a lock finds the table busy"() {
        given:
        run(connection, 'CREATE TABLE t (a integer)')
        other.autoCommit = false
        run(other, 'LOCK TABLE t')

        when:
        run(connection, "SET lock_timeout = '50ms'", 'ALTER TABLE t ADD COLUMN b integer')

        then:
        SQLException failure = thrown()
        DIALECT.errors().explain(failure).kind() == SqlError.Kind.BUSY

        cleanup:
        other.rollback()
    }

    def "a statement that takes too long is at fault itself"() {
        when:
        run(connection, "SET statement_timeout = '20ms'", 'SELECT pg_sleep(5)')

        then:
        SQLException failure = thrown()
        DIALECT.errors().explain(failure).kind() == SqlError.Kind.STATEMENT
    }

    def "a read-only database is told as such"() {
        when:
        run(connection, 'SET default_transaction_read_only = on', 'CREATE TABLE t (a integer)')

        then:
        SQLException failure = thrown()
        DIALECT.errors().explain(failure).kind() == SqlError.Kind.READ_ONLY
    }

    def "an exception without words is still told"() {
        expect:
        DIALECT.errors().explain(new SQLException()) == new SqlError(SqlError.Kind.STATEMENT, 'SQLException', null, 0, [])
    }

    private static void run(Connection connection, String... statements) {
        connection.createStatement().withCloseable { statement -> statements.each { statement.execute(it) } }
    }

    private static void cancelled(Connection connection, String statement) {
        try {
            run(connection, statement)
        } catch (SQLException failure) {
            assert failure.SQLState in ['57014', '57P01']
        }
    }

    private static int pid(Connection connection) {
        connection.unwrap(org.postgresql.PGConnection).backendPID
    }

    /** The server's half of the login's protocol: ask for the password in clear, then refuse it. */
    def "a lock that was checked goes soon after its holder's machine, and its session is put back as it was"() {
        given:
        def settings = "SELECT name || '=' || setting FROM pg_settings WHERE name LIKE 'tcp\\_%' ORDER BY name"
        def before = PostgresRunner.read(connection, settings)
        def asked = ['tcp_keepalives_count=3', 'tcp_keepalives_idle=30', 'tcp_keepalives_interval=10', 'tcp_user_timeout=60000']
        def session = DIALECT.sessions().session(other)
        DIALECT.locks().tryLock(connection, 'a')

        when:
        DIALECT.locks().checkLock(connection, other, 'a')

        then: 'neither holds its locks for the hours that a system takes to notice'
        PostgresRunner.read(connection, settings) == asked
        PostgresRunner.read(other, settings) == asked
        DIALECT.locks().holdsLock(connection, 'a')
        !DIALECT.locks().holdsLock(other, 'a')

        when:
        session.close()
        DIALECT.locks().unlock(connection, 'a')

        then:
        PostgresRunner.read(connection, settings) == before
        PostgresRunner.read(other, settings) == before
    }

    private static void refuseLogin(ServerSocket server) {
        server.accept().withCloseable { Socket socket ->
            def input = new DataInputStream(socket.inputStream)
            def output = new DataOutputStream(socket.outputStream)
            input.readFully(new byte[input.readInt() - 4])
            output.write('R'.bytes)
            output.writeInt(8)
            output.writeInt(3)
            output.flush()
            input.readByte()
            input.readFully(new byte[input.readInt() - 4])
            byte[] fields = 'SFATAL\0C28P01\0Mpassword authentication failed for user "app"\0\0'.bytes
            output.write('E'.bytes)
            output.writeInt(4 + fields.length)
            output.write(fields)
            output.flush()
        }
    }
}
