package dev.retort.dialect.postgres;

import dev.retort.dialect.Session;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions where they are asked for, and each statement by itself in between. */
final class PostgresSession implements Session {

    /** Where the role, the database or the URL sets one; an author's own SET has the source "session". */
    private static final String NO_LOCK_TIMEOUT = "SELECT set_config('lock_timeout', '0', false) FROM pg_settings"
            + " WHERE name = 'lock_timeout' AND setting <> '0' AND source <> 'session'";

    /**
     * By itself the server notices that its client was killed only when a statement comes to its end, which may be hours
     * later, and the next run would wait behind its locks. Servers before 14 have no such setting.
     */
    private static final String NOTICE_DEATH = "SELECT set_config(name, '5s', false) FROM pg_settings"
            + " WHERE name = 'client_connection_check_interval' AND setting = '0'";

    private static final String AS_BEFORE = "SELECT set_config(name, reset_val, false) FROM pg_settings"
            + " WHERE name = 'client_connection_check_interval'";

    /** What an author or the application has set for the session is set again; the rest comes from where it came from. */
    private static final String AS_BEFORE_ROWS = """
            SELECT string_agg(CASE source WHEN 'session' THEN format('SET %I = %L', name, setting)
                                          ELSE 'RESET ' || name END, '; ') AS sql
            FROM pg_settings WHERE name IN ('synchronous_commit', 'lock_timeout', 'statement_timeout')
            """;

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private final Connection connection;
    private final boolean autoCommitBefore;
    private boolean unlimited;
    /** Statements; null where not only rows are changed. */
    private @Nullable String asBeforeRows;

    private PostgresSession(Connection connection, boolean autoCommitBefore) {
        this.connection = connection;
        this.autoCommitBefore = autoCommitBefore;
    }

    static PostgresSession open(Connection connection) throws SQLException {
        // JDBC would commit the caller's work, unasked, when autocommit is switched on.
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("The connection is in the middle of a transaction.")
                            .withHint("Commit it or roll it back before migrating."));
        }
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        ask(connection, NOTICE_DEATH);
        return new PostgresSession(connection, before);
    }

    /** The lock of the runner's session has already kept the others out. */
    @Override
    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /**
     * Does not wait for the disk. A server that crashes may lose the last of these transactions, each as a whole and
     * all after it too; whatever is committed in the common way later makes them last as well. Set once for all of
     * them, as each time would be one more way to the server and back.
     */
    @Override
    public void startRows(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        asBeforeRows = Rows.of(connection, AS_BEFORE_ROWS).get(0).string("sql");
        run("SET synchronous_commit = off;" + limits("SET ", lockTimeout, statementTimeout));
    }

    @Override
    public void endRows() throws SQLException {
        if (asBeforeRows != null) {
            run(asBeforeRows);
            asBeforeRows = null;
        }
    }

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        String limits = limits("SET LOCAL ", lockTimeout, statementTimeout);
        if (!limits.isEmpty()) {
            run(limits);
        }
    }

    private void run(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static String limits(String set, Duration lockTimeout, Duration statementTimeout) {
        return limit(set + "lock_timeout", lockTimeout) + limit(set + "statement_timeout", statementTimeout);
    }

    private static String limit(String setting, Duration time) {
        // The server counts in milliseconds, with a sign; it takes zero for no limit at all.
        return time.isZero() ? "" : setting + " = " + Math.min(time.toMillis(), Integer.MAX_VALUE) + ";";
    }

    @Override
    public void unlimited() throws SQLException {
        if (!Rows.of(connection, NO_LOCK_TIMEOUT).isEmpty()) {
            unlimited = true;
        }
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        rollback();
        endRows();
        if (unlimited) {
            run("RESET lock_timeout");
        }
        ask(connection, AS_BEFORE);
        KeepAlive.reset(connection);
        connection.setAutoCommit(autoCommitBefore);
    }

    /** Not every system that a server runs on can tell whether a client is there; then it does without. */
    private static void ask(Connection connection, String setting) throws SQLException {
        try {
            Rows.of(connection, setting);
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            LOG.debug("The server cannot watch its client", e);
        }
    }
}
