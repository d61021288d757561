package dev.retort.internal.testing

import com.zaxxer.hikari.HikariConfig
import com.zaxxer.hikari.HikariDataSource
import com.zaxxer.hikari.SQLExceptionOverride
import dev.retort.RetortBuilder
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import java.sql.ResultSet
import java.sql.ResultSetMetaData
import java.sql.SQLException
import java.sql.Statement

/** An empty database of one spec's own: a file of SQLite's, or a database on the one PostgreSQL server of the build. */
@CompileStatic
final class TestDatabase implements Closeable {

    static {
        // Some specs end the sessions of others, which the pool would lend for half a second without a look.
        System.setProperty('com.zaxxer.hikari.aliveBypassWindowMs', '0')
    }

    /** Instead of a dialect's name: PostgreSQL of the oldest version that the specs meet. */
    static final String OLDEST_POSTGRESQL = 'postgresql 14'

    /** The name of the dialect. */
    final String dialect
    /** With user and password, where there are any. */
    final String jdbcUrl
    private final Closure<?> discard
    private final Closure<TestDatabase> copy
    /** While several questions are asked one after the other. */
    private Connection kept
    /** Of a server, which takes longer to begin a session than to answer in it; those of the last use are there for the next. */
    private HikariDataSource sessions

    private TestDatabase(String dialect, String jdbcUrl, Closure<?> discard, Closure<TestDatabase> copy) {
        this.dialect = dialect
        this.jdbcUrl = jdbcUrl
        this.discard = discard
        this.copy = copy
    }

    /** One of each kind, for specs that hold on every database. */
    static List<TestDatabase> each() {
        [sqlite(), postgresql()]
    }

    /** @param dialect its name, or {@link #OLDEST_POSTGRESQL} */
    static TestDatabase of(String dialect) {
        dialect == 'sqlite' ? sqlite() : postgresql(dialect == OLDEST_POSTGRESQL ? PostgresServer.oldest() : PostgresServer.shared())
    }

    static TestDatabase sqlite() {
        sqlite(null)
    }

    /** A file in a place of its own, which whoever chose it clears away. */
    static TestDatabase at(Path file) {
        new TestDatabase('sqlite', "jdbc:sqlite:$file".toString(), { Files.deleteIfExists(file) }, { sqlite(file) })
    }

    private static TestDatabase sqlite(Path original) {
        Path folder = QuickFolder.create('retort-spec')
        Path file = folder.resolve('spec.db')
        if (original != null) {
            Files.copy(original, file)
        }
        new TestDatabase('sqlite', "jdbc:sqlite:$file".toString(), { folder.toFile().deleteDir() }, { sqlite(file) })
    }

    static TestDatabase postgresql(PostgresServer server = PostgresServer.shared()) {
        postgresql(server, 'template1')
    }

    private static TestDatabase postgresql(PostgresServer server, String original) {
        String name = 'spec_' + UUID.randomUUID().toString().replace('-', '')
        server.execute("CREATE DATABASE $name TEMPLATE $original")
        new TestDatabase('postgresql', server.url(name), { server.execute("DROP DATABASE $name WITH (FORCE)") },
                { postgresql(server, name) })
    }

    /** Another one that holds the same; this one must be in no use meanwhile. */
    TestDatabase copy() {
        endSessions()
        copy.call()
    }

    /** Has an engine work on this database as an application does that lends it connections; on a file, by its URL. */
    RetortBuilder lentTo(RetortBuilder engine) {
        dialect == 'sqlite' ? engine.url(jdbcUrl) : engine.dataSource(sessions())
    }

    private synchronized HikariDataSource sessions() {
        if (sessions == null) {
            HikariConfig config = new HikariConfig(jdbcUrl: jdbcUrl, maximumPoolSize: 20, minimumIdle: 0, initializationFailTimeout: -1,
                    exceptionOverride: new KeptConnection())
            config.addDataSourceProperty('ApplicationName', 'retort')
            sessions = new HikariDataSource(config)
        }
        sessions
    }

    private synchronized void endSessions() {
        sessions?.close()
        sessions = null
    }

    /** The same database, as an application sees it that lets SQLite check foreign keys. */
    TestDatabase enforcingForeignKeys() {
        dialect == 'sqlite' ? new TestDatabase(dialect, jdbcUrl + '?foreign_keys=on', discard, copy) : this
    }

    Connection open() {
        DriverManager.getConnection(jdbcUrl)
    }

    void execute(String... statements) {
        withConnection { Connection connection ->
            connection.createStatement().withCloseable { Statement statement ->
                statements.each { String sql -> statement.execute(sql) }
            }
        }
    }

    /** The rows of a query, each a list of what the driver gives. */
    List<List<Object>> rows(String sql) {
        List<List<Object>> rows = []
        withConnection { Connection connection ->
            connection.createStatement().withCloseable { Statement statement ->
                ResultSet result = statement.executeQuery(sql)
                ResultSetMetaData columns = result.metaData
                while (result.next()) {
                    rows << (1..columns.columnCount).collect { int column -> result.getObject(column) }
                }
            }
        }
        rows
    }

    /** The names of all tables, in order: Retort's own too, and those that SQLite makes for itself. */
    List<String> tables() {
        rows(dialect == 'sqlite'
                ? "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
                : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename").collect { it[0] as String }
    }

    /** Has all that is asked and executed here come by one connection: PostgreSQL takes longer to open one than to answer. */
    <T> T onOneConnection(Closure<T> work) {
        kept = open()
        try {
            return work.call()
        } finally {
            kept.close()
            kept = null
        }
    }

    private void withConnection(Closure<?> work) {
        if (kept != null) {
            work.call(kept)
            return
        }
        Connection connection = dialect == 'sqlite' ? open() : sessions().connection
        try {
            work.call(connection)
        } finally {
            end(connection)
        }
    }

    /** Leaves nothing behind that would not have outlived the session. */
    private void end(Connection connection) {
        try {
            if (dialect != 'sqlite') {
                connection.createStatement().execute('ROLLBACK')
                connection.createStatement().execute('DISCARD ALL')
            }
        } finally {
            connection.close()
        }
    }

    @Override
    void close() {
        endSessions()
        discard.call()
    }

    @Override
    String toString() {
        dialect
    }

    /** The pool takes some refusals of a statement for a broken connection. */
    @CompileStatic
    private static final class KeptConnection implements SQLExceptionOverride {

        @java.lang.Override
        SQLExceptionOverride.Override adjudicate(SQLException failure) {
            SQLExceptionOverride.Override.DO_NOT_EVICT
        }
    }
}
