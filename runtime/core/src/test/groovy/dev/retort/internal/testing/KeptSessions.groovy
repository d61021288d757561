package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.lang.reflect.InvocationHandler
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection
import java.sql.Driver
import java.sql.DriverManager
import java.sql.DriverPropertyInfo
import java.sql.ResultSet
import java.sql.SQLException
import java.sql.Statement
import java.util.logging.Logger
import java.util.regex.Pattern
import org.postgresql.core.BaseConnection
import org.postgresql.core.TransactionState
import org.postgresql.util.PSQLException
import org.postgresql.util.PSQLState

/**
 * A driver of PostgreSQL's whose connections to the databases of specs leave their session behind, for the next one that is
 * opened in the same way. A new session reads its whole catalog again, which costs the server more than what a spec asks of
 * it. What a session was at is undone when its connection is closed: its transaction, settings, locks and temporary tables.
 *
 * <p>What asks for another database or another role, goes by a relay, or ends what runs in a database, meets the server alone.
 */
@CompileStatic
final class KeptSessions implements Driver {

    private static final int MOST = 40
    private static final KeptSessions ONE = new KeptSessions()

    /** A server refuses these while a database has a session, though it be one that nothing uses. */
    private static final Pattern ABOUT_DATABASES = ~/(?is).*\b(create|drop|alter)\s+database\b.*/
    /** What a session has from its database or role since it began, and would have differently if it began now. */
    private static final String BEGUN_WITH = "SELECT string_agg(s::text, ' ' ORDER BY s::text) FROM pg_catalog.pg_db_role_setting s"
    private static final List<String> ADDRESS = ['PGHOST', 'PGPORT', 'PGDBNAME', 'user']

    private final Driver driver = new org.postgresql.Driver()
    /** The addresses whose sessions are kept. */
    private final Set<List<String>> kept = new HashSet<>()
    private final List<Session> idle = []

    private KeptSessions() { }

    /** From now on, those of this URL. */
    static void of(String url) {
        if (org.postgresql.Driver.isRegistered()) {
            org.postgresql.Driver.deregister()
            DriverManager.registerDriver(ONE)
        }
        synchronized (ONE) {
            ONE.kept << address(org.postgresql.Driver.parseURL(url, null))
        }
    }

    /** Ends those of this URL that nothing uses, and keeps no other. */
    static void end(String url) {
        List<String> address = address(org.postgresql.Driver.parseURL(url, null))
        synchronized (ONE) {
            ONE.kept.remove(address)
        }
        ONE.endIdle { Session session -> session.address == address }
    }

    /** Ends those of this URL that nothing uses. */
    static void endIdle(String url) {
        List<String> address = address(org.postgresql.Driver.parseURL(url, null))
        ONE.endIdle { Session session -> session.address == address }
    }

    @Override
    Connection connect(String url, Properties properties) {
        if (!acceptsURL(url)) {
            return null
        }
        Properties all = org.postgresql.Driver.parseURL(url, properties)
        List<String> address = all == null ? [] : address(all)
        // The driver begins each session with the time zone of the JVM.
        all?.setProperty('TimeZone', TimeZone.default.ID)
        synchronized (this) {
            if (!kept.contains(address)) {
                endIdle { true }
                return driver.connect(url, properties)
            }
        }
        Session session = take(all) ?: new Session(driver.connect(url, properties), all, address)
        session.connection()
    }

    private Session take(Properties properties) {
        while (true) {
            Session found
            synchronized (this) {
                found = idle.find { Session session -> session.properties == properties }
                idle.remove(found)
            }
            if (found == null || found.isAsNew()) {
                return found
            }
            found.end()
        }
    }

    private void leave(Session session) {
        Session oldest = null
        synchronized (this) {
            if (kept.contains(session.address)) {
                idle << session
                oldest = idle.size() > MOST ? idle.remove(0) : null
            } else {
                oldest = session
            }
        }
        oldest?.end()
    }

    private void endIdle(Closure<Boolean> which) {
        List<Session> ended
        synchronized (this) {
            ended = idle.findAll(which)
            idle.removeAll(ended)
        }
        ended*.end()
    }

    private static List<String> address(Properties properties) {
        ADDRESS.collect { String name -> properties.getProperty(name) }
    }

    @Override
    boolean acceptsURL(String url) {
        driver.acceptsURL(url)
    }

    @Override
    DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        driver.getPropertyInfo(url, properties)
    }

    @Override
    int getMajorVersion() {
        driver.majorVersion
    }

    @Override
    int getMinorVersion() {
        driver.minorVersion
    }

    @Override
    boolean jdbcCompliant() {
        driver.jdbcCompliant()
    }

    @Override
    Logger getParentLogger() {
        driver.parentLogger
    }

    @CompileStatic
    private static final class Session {

        final Properties properties
        final List<String> address
        private final Connection real
        private final int patience
        private final int isolation
        private final String application
        private final String begunWith

        Session(Connection real, Properties properties, List<String> address) {
            this.real = real
            this.properties = properties
            this.address = address
            this.patience = real.networkTimeout
            this.isolation = real.transactionIsolation
            this.application = real.getClientInfo('ApplicationName')
            this.begunWith = begunWith()
        }

        Connection connection() {
            Proxy.newProxyInstance(KeptSessions.classLoader, [Connection] as Class<?>[], new OpenConnection(this)) as Connection
        }

        boolean isAsNew() {
            try {
                return begunWith() == begunWith
            } catch (SQLException ignored) {
                return false
            }
        }

        private String begunWith() {
            real.createStatement().withCloseable { Statement statement ->
                ResultSet result = statement.executeQuery(BEGUN_WITH)
                result.next()
                result.getString(1)
            }
        }

        /** @return whether the session is as it was at first */
        boolean reset() {
            try {
                if (real.closed) {
                    return false
                }
                if (real.unwrap(BaseConnection).transactionState != TransactionState.IDLE) {
                    run('ROLLBACK')
                }
                real.autoCommit = true
                real.readOnly = false
                real.transactionIsolation = isolation
                real.holdability = ResultSet.CLOSE_CURSORS_AT_COMMIT
                real.setNetworkTimeout({ Runnable task -> task.run() }, patience)
                run('DISCARD ALL')
                // The driver sets it once the session has begun.
                real.setClientInfo('ApplicationName', application)
                real.clearWarnings()
                return true
            } catch (SQLException ignored) {
                return false
            }
        }

        private void run(String sql) {
            real.createStatement().withCloseable { Statement statement -> statement.execute(sql) }
        }

        void end() {
            real.close()
        }
    }

    @CompileStatic
    private static final class OpenConnection implements InvocationHandler {

        private final Session session
        private boolean closed

        OpenConnection(Session session) {
            this.session = session
        }

        @Override
        Object invoke(Object proxy, Method method, Object[] arguments) {
            switch (method.name) {
                case 'close':
                    close()
                    return null
                case 'isClosed':
                    return closed || session.real.closed
                case 'equals':
                    return proxy.is(arguments[0])
            }
            if (closed) {
                return afterwards(method)
            }
            Object answer = call(session.real, method, arguments)
            method.name == 'createStatement' ? watched(answer as Statement) : answer
        }

        private synchronized void close() {
            if (closed) {
                return
            }
            closed = true
            if (session.reset()) {
                ONE.leave(session)
            } else {
                session.end()
            }
        }

        private static Object afterwards(Method method) {
            if (method.name in ['abort', 'toString']) {
                return null
            }
            if (method.name == 'isValid') {
                return false
            }
            throw new PSQLException('This connection has been closed.', PSQLState.CONNECTION_DOES_NOT_EXIST)
        }

        private static Statement watched(Statement statement) {
            Proxy.newProxyInstance(KeptSessions.classLoader, [Statement] as Class<?>[], new PlainStatement(statement)) as Statement
        }
    }

    @CompileStatic
    private static final class PlainStatement implements InvocationHandler {

        private final Statement statement

        PlainStatement(Statement statement) {
            this.statement = statement
        }

        @Override
        Object invoke(Object proxy, Method method, Object[] arguments) {
            if (method.name == 'equals') {
                return proxy.is(arguments[0])
            }
            call(statement, method, arguments)
        }
    }

    /** @param arguments the first of which may be SQL */
    private static Object call(Object target, Method method, Object[] arguments) {
        if (arguments && arguments[0] instanceof String && ABOUT_DATABASES.matcher(arguments[0] as String).matches()) {
            ONE.endIdle { true }
        }
        try {
            return method.invoke(target, arguments)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }
}
