package dev.retort.internal.testing

import java.lang.reflect.InvocationHandler
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection
import java.sql.SQLException
import java.util.logging.Logger
import javax.sql.DataSource

/**
 * Gives each transaction a backend that is free, as PgBouncer does in transaction mode: the one that was used last, or
 * all in turn.
 */
final class TransactionPooler implements DataSource, Closeable {

    private final List<Connection> free
    private final boolean inTurn

    TransactionPooler(TestDatabase database, int size, boolean inTurn) {
        this.free = (1..size).collect { database.open() }
        this.inTurn = inTurn
    }

    @Override
    Connection getConnection() {
        def client = new Client()
        InvocationHandler handler = { Object proxy, Method method, Object[] arguments -> client.call(method, arguments) }
        (Connection) Proxy.newProxyInstance(Connection.classLoader, [Connection] as Class[], handler)
    }

    private synchronized Connection last() {
        if (free.isEmpty()) {
            throw new SQLException('query_wait_timeout', '08P01')
        }
        if (inTurn) {
            free.add(0, free.removeLast())
        }
        free.last()
    }

    private class Client {
        private boolean autoCommit = true
        private boolean closed
        private Connection held

        Object call(Method method, Object[] arguments) {
            switch (method.name) {
                case 'getAutoCommit': return autoCommit
                case 'setAutoCommit': end('commit'); autoCommit = arguments[0]; return null
                case 'commit': case 'rollback': end(method.name); return null
                case 'close': end('rollback'); closed = true; return null
                case 'isClosed': return closed
                default: return invoke(backend(), method, arguments)
            }
        }

        private Connection backend() {
            if (held == null && !autoCommit) {
                held = last()
                free.remove(held)
                held.autoCommit = false
            }
            held ?: last()
        }

        private void end(String how) {
            if (held != null) {
                held."$how"()
                held.autoCommit = true
                free << held
                held = null
            }
        }
    }

    private static Object invoke(Object real, Method method, Object[] arguments) {
        try {
            return method.invoke(real, arguments)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    @Override
    void close() { free*.close() }

    @Override
    Connection getConnection(String username, String password) { connection }

    @Override
    PrintWriter getLogWriter() { null }

    @Override
    void setLogWriter(PrintWriter out) { }

    @Override
    void setLoginTimeout(int seconds) { }

    @Override
    int getLoginTimeout() { 0 }

    @Override
    Logger getParentLogger() { Logger.anonymousLogger }

    @Override
    <T> T unwrap(Class<T> type) { throw new SQLException('no wrapper') }

    @Override
    boolean isWrapperFor(Class<?> type) { false }
}
