package dev.retort.internal.testing

import groovy.transform.CompileStatic

import java.lang.reflect.InvocationHandler
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.Connection
import java.sql.PreparedStatement
import java.sql.SQLException
import java.sql.Statement
import java.util.logging.Logger
import javax.sql.DataSource

/**
 * Connections that all break at the same moment, as when their process is killed: at the call of a number that is sent
 * to the database, either before the database has seen it or after it was done.
 */
@CompileStatic
final class FailingConnections implements DataSource {

    private static final Set<String> SENT = ['execute', 'executeQuery', 'executeUpdate', 'executeBatch', 'commit', 'rollback'] as Set

    private final TestDatabase database
    private final List<Connection> opened = []
    private int failAt = Integer.MAX_VALUE
    private String failOn = ''
    private boolean after
    private boolean broken

    /** The text of each call that was sent since {@link #mend()}; of a prepared statement only the method. */
    List<String> sent = []

    FailingConnections(TestDatabase database) {
        this.database = database
    }

    int getCalls() {
        sent.size()
    }

    /** Breaks at a call from here on. */
    void failAt(int call, boolean afterIt) {
        mend()
        failAt = call
        after = afterIt
    }

    /** Breaks at the next statement that begins with a text. */
    void failOn(String beginning, boolean afterIt) {
        mend()
        failOn = beginning
        after = afterIt
    }

    void mend() {
        failOn = ''
        failAt = Integer.MAX_VALUE
        sent = []
        broken = false
        opened.clear()
    }

    @Override
    Connection getConnection() {
        if (broken) {
            throw lost()
        }
        def connection = database.open()
        opened << connection
        wrap(Connection, connection)
    }

    private <T> T wrap(Class<T> type, Object real) {
        InvocationHandler handler = (Object proxy, Method method, Object[] arguments) -> intercept(real, method, arguments)
        type.cast(Proxy.newProxyInstance(type.classLoader, [type] as Class[], handler))
    }

    private Object intercept(Object real, Method method, Object[] arguments) {
        if (broken && !(method.name in ['close', 'isClosed', 'toString', 'hashCode', 'equals'])) {
            throw lost()
        }
        boolean counted = method.name in SENT
        if (counted) {
            sent << (arguments ? String.valueOf(arguments[0]) : method.name)
        }
        boolean fails = counted && (sent.size() == failAt || failOn && sent.last().startsWith(failOn))
        if (fails && !after) {
            breakAll()
        }
        Object result = null
        try {
            result = invoke(real, method, arguments)
        } finally {
            // Nobody hears what the database answered, an error included.
            if (fails) {
                breakAll()
            }
        }
        result instanceof PreparedStatement ? wrap(PreparedStatement, result)
                : result instanceof Statement ? wrap(Statement, result) : result
    }

    private static Object invoke(Object real, Method method, Object[] arguments) {
        try {
            return method.invoke(real, arguments)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    private void breakAll() {
        broken = true
        opened.each { it.close() }
        throw lost()
    }

    private static SQLException lost() {
        new SQLException('The connection was lost.', '08006')
    }

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
