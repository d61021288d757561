package dev.retort.dialect.sqlite;

import dev.retort.dialect.Session;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection with foreign keys switched off, as SQLite's own instructions for changing tables ask: while they are on,
 * dropping the old table would delete the rows that refer to it. It must happen before the transaction begins; within
 * one it does nothing. The connection is confined to its own file meanwhile. The transactions are made by SQL, the connection being in JDBC's autocommit mode all the time.
 */
final class SqliteSession implements Session {

    static final String BEGIN = "BEGIN IMMEDIATE";
    static final String FOREIGN_KEYS_OFF = "PRAGMA foreign_keys = OFF";

    /** Short, as the runner polls. */
    private static final int BUSY_TIMEOUT_MILLIS = 250;

    private final Connection connection;
    private final Confinement confinement;
    private final ForeignKeys foreignKeys;
    private final Optional<OpenFile> file;
    private final boolean wasAutoCommit;
    private final long hadForeignKeys;
    private final long hadLegacyAlterTable;
    private final long hadBusyTimeout;

    private Map<ForeignKeys.Violation, Integer> violations = Map.of();
    /** What {@code PRAGMA data_version} said when the violations were counted; another connection's commit changes it. */
    private long countedAt = -1;

    private long commitTimeout = BUSY_TIMEOUT_MILLIS;
    private boolean open;
    /** SQLite itself looks after foreign keys. */
    private boolean watched;

    SqliteSession(Connection connection) throws SQLException {
        this.connection = connection;
        Confinement.database(connection);
        this.foreignKeys = new ForeignKeys(connection);
        this.file = OpenFile.of(connection);
        this.wasAutoCommit = connection.getAutoCommit();
        if (!wasAutoCommit) {
            connection.setAutoCommit(true);
        }
        this.hadForeignKeys = Queries.number(connection, "PRAGMA foreign_keys");
        this.hadLegacyAlterTable = Queries.number(connection, "PRAGMA legacy_alter_table");
        this.hadBusyTimeout = Queries.number(connection, "PRAGMA busy_timeout");
        this.confinement = Confinement.of(connection);
        prepare();
    }

    private void prepare() throws SQLException {
        try {
            set("busy_timeout", BUSY_TIMEOUT_MILLIS);
            Queries.execute(connection, FOREIGN_KEYS_OFF);
            if (Queries.number(connection, "PRAGMA foreign_keys") != 0) {
                throw new RetortException(
                        Kind.FAILED,
                        Problem.of(
                                        "The connection is within a transaction, so SQLite does not switch foreign keys off.")
                                .withHint("Commit or roll back before the migration."));
            }
        } catch (SQLException | RetortException e) {
            try {
                close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    @Override
    public void begin() throws SQLException {
        if (watched) {
            Queries.execute(connection, BEGIN);
            open = true;
            return;
        }
        set("legacy_alter_table", 0);
        Queries.execute(connection, BEGIN);
        open = true;
        long version = Queries.number(connection, "PRAGMA data_version");
        if (version != countedAt) {
            violations = foreignKeys.violations();
            countedAt = version;
        }
    }

    /** Locks are had with the beginning; only the commit waits, for those who still read, and keeps new ones waiting. */
    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) {
        commitTimeout =
                lockTimeout.isZero() ? BUSY_TIMEOUT_MILLIS : Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE);
    }

    @Override
    public void unlimited() {}

    /** Looking at all rows of the database once a batch would take longer than the batch. */
    @Override
    public void startRows(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        limit(lockTimeout, statementTimeout);
        set("foreign_keys", 1);
        watched = true;
    }

    @Override
    public void endRows() throws SQLException {
        watched = false;
        countedAt = -1;
        Queries.execute(connection, FOREIGN_KEYS_OFF);
    }

    @Override
    public void commit() throws SQLException {
        if (file.isPresent()) {
            file.get().check();
        }
        if (watched) {
            Queries.execute(connection, "COMMIT");
            open = false;
            return;
        }
        Map<ForeignKeys.Violation, Integer> now = foreignKeys.violations();
        List<Problem> problems = foreignKeys.problems(violations, now);
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.FAILED, problems);
        }
        try {
            set("busy_timeout", commitTimeout);
            Queries.execute(connection, "COMMIT");
        } finally {
            set("busy_timeout", BUSY_TIMEOUT_MILLIS);
        }
        open = false;
        violations = now;
    }

    @Override
    public void rollback() throws SQLException {
        if (!open) {
            return;
        }
        try {
            Queries.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // A full disk, for one, makes SQLite roll back by itself.
            if (!Failures.message(e).contains("no transaction is active")) {
                throw e;
            }
        }
        open = false;
    }

    @Override
    public void close() throws SQLException {
        rollback();
        confinement.lift();
        set("foreign_keys", hadForeignKeys);
        set("legacy_alter_table", hadLegacyAlterTable);
        set("busy_timeout", hadBusyTimeout);
        if (!wasAutoCommit) {
            connection.setAutoCommit(false);
        }
    }

    private void set(String pragma, long value) throws SQLException {
        Queries.execute(connection, "PRAGMA " + pragma + " = " + value);
    }
}
