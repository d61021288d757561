package dev.retort.internal.testing

import groovy.transform.CompileStatic
import java.lang.reflect.InvocationHandler
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method
import java.lang.reflect.Proxy
import java.sql.CallableStatement
import java.sql.Connection
import java.sql.Driver
import java.sql.DriverManager
import java.sql.DriverPropertyInfo
import java.sql.PreparedStatement
import java.sql.SQLException
import java.sql.Statement
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.logging.Logger

/**
 * Stands between the program and every other JDBC driver, and breaks once, at a call that is counted: each that opens a
 * connection, closes it, or sends something on it.
 */
@CompileStatic
final class BreakingDriver implements Driver, Closeable {

    /** What becomes of the call, and of all connections that are open then. */
    enum Fault {
        /** Every connection is cut, and the call fails; new connections are possible. */
        LOSE,
        /** The call does not come back until {@link BreakingDriver#sever()}, and fails then. */
        HANG,
        /** The process is killed, and has no say in it. */
        KILL
    }

    /** Where it is set, connections are opened by the manager of drivers. */
    private static final String DRIVERS = 'jdbc.drivers'

    private static final Set<String> COUNTED = ['execute', 'executeQuery', 'executeUpdate', 'executeBatch', 'prepareStatement',
                                                'commit', 'rollback', 'setAutoCommit', 'isValid'] as Set
    private static final Set<String> HARMLESS = ['close', 'isClosed', 'abort', 'toString', 'hashCode', 'equals', 'unwrap',
                                                 'isWrapperFor'] as Set

    private final List<Driver> real
    private final Set<Connection> open = Collections.newSetFromMap(new IdentityHashMap<Connection, Boolean>())
    private final Set<Connection> cut = Collections.newSetFromMap(new IdentityHashMap<Connection, Boolean>())

    private List<String> calls = []
    private Fault fault
    private int breakAt
    private boolean after
    private Closure<?> afterEach = { }
    private Set<Connection> hung = [] as Set
    private CountDownLatch hanging = new CountDownLatch(1)
    private CountDownLatch severed = new CountDownLatch(1)

    private BreakingDriver(List<Driver> real) {
        this.real = real
    }

    /** From here on, every connection of this JVM leads through it. */
    static BreakingDriver install() {
        List<Driver> real = DriverManager.drivers.toList()
        real.each { DriverManager.deregisterDriver(it) }
        BreakingDriver driver = new BreakingDriver(real)
        DriverManager.registerDriver(driver)
        System.setProperty(DRIVERS, BreakingDriver.name)
        driver
    }

    @Override
    void close() {
        System.clearProperty(DRIVERS)
        DriverManager.deregisterDriver(this)
        real.each { DriverManager.registerDriver(it) }
    }

    /** Breaks at a call from here on, before the database sees it or after it was done. */
    synchronized void arm(Fault kind, int call, boolean afterIt) {
        rest()
        fault = kind
        breakAt = call
        after = afterIt
    }

    /** Counts from nothing, and breaks nothing. */
    synchronized void rest() {
        fault = null
        calls = []
        afterEach = { }
        hanging = new CountDownLatch(1)
        severed = new CountDownLatch(1)
        [open, cut]*.clear()
    }

    /** Does something after each call from here on, by connections that are not counted. */
    synchronized void afterEach(Closure<?> work) {
        afterEach = work
    }

    /** What was called since the counting began. */
    synchronized List<String> getCalls() {
        calls.toList()
    }

    /** A connection that neither counts nor breaks. */
    Connection direct(String url) {
        openReal(url, new Properties())
    }

    /** Whether some call hangs now, waiting for it for a while. */
    boolean awaitHanging(long millis) {
        hanging.await(millis, TimeUnit.MILLISECONDS)
    }

    /** Cuts the connections that were open when a call began to hang, and lets it fail. */
    void sever() {
        List<Connection> all
        synchronized (this) {
            all = hung.toList()
            cut.addAll(all)
        }
        all.each { sever(it) }
        severed.countDown()
    }

    /** No word is sent to a server; SQLite, which has none, rolls back. */
    private static void sever(Connection connection) {
        connection.abort { Runnable work -> work.run() }
        connection.close()
    }

    @Override
    Connection connect(String url, Properties properties) {
        if (!acceptsURL(url)) {
            return null
        }
        if (url.contains(':memory:')) {
            // It lives and dies with the process; nobody can lose it.
            return openReal(url, properties)
        }
        counted(null, 'connect') {
            Connection connection = openReal(url, properties)
            synchronized (this) {
                open.add(connection)
            }
            wrap(Connection, connection, connection)
        } as Connection
    }

    private Connection openReal(String url, Properties properties) {
        real.find { it.acceptsURL(url) }.connect(url, properties)
    }

    private Object wrap(Class<?> type, Object target, Connection owner) {
        InvocationHandler handler = { Object proxy, Method method, Object[] arguments -> intercept(target, owner, method, arguments) } as InvocationHandler
        Proxy.newProxyInstance(BreakingDriver.classLoader, [type] as Class[], handler)
    }

    private Object intercept(Object target, Connection owner, Method method, Object[] arguments) {
        if (!(method.name in HARMLESS)) {
            synchronized (this) {
                if (cut.contains(owner)) {
                    throw lost()
                }
            }
        }
        Closure<Object> call = { wrapped(invoke(target, method, arguments), owner) }
        boolean counts = method.name in COUNTED || method.name == 'close' && target.is(owner)
        counts ? counted(owner, method.name + (arguments ? ' ' + arguments[0] : ''), call) : call.call()
    }

    private Object wrapped(Object result, Connection owner) {
        switch (result) {
            case CallableStatement: return wrap(CallableStatement, result, owner)
            case PreparedStatement: return wrap(PreparedStatement, result, owner)
            case Statement: return wrap(Statement, result, owner)
            default: return result
        }
    }

    private Object counted(Connection owner, String name, Closure<Object> call) {
        boolean breaks
        Closure<?> work
        synchronized (this) {
            calls << name
            breaks = fault != null && calls.size() == breakAt
            work = afterEach
        }
        if (breaks && !after) {
            broken()
        }
        Object result = call.call()
        work.call()
        if (breaks) {
            broken()
        }
        result
    }

    private void broken() {
        switch (fault) {
            case Fault.KILL:
                new ProcessBuilder('kill', '-9', String.valueOf(ProcessHandle.current().pid())).start()
                new CountDownLatch(1).await()
                break
            case Fault.HANG:
                synchronized (this) {
                    hung = open.collect().toSet()
                }
                hanging.countDown()
                severed.await()
                break
            case Fault.LOSE:
                synchronized (this) {
                    hung = open.collect().toSet()
                }
                sever()
        }
        throw lost()
    }

    private static Object invoke(Object target, Method method, Object[] arguments) {
        try {
            return method.invoke(target, arguments)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    private static SQLException lost() {
        new SQLException('The connection was lost.', '08006')
    }

    @Override
    boolean acceptsURL(String url) { real.any { it.acceptsURL(url) } }

    @Override
    DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { new DriverPropertyInfo[0] }

    @Override
    int getMajorVersion() { 1 }

    @Override
    int getMinorVersion() { 0 }

    @Override
    boolean jdbcCompliant() { false }

    @Override
    Logger getParentLogger() { Logger.anonymousLogger }
}
