package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.error.Causes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final StatementLength statementLength;
    private final OwnTransaction transaction;
    private final ForeignKeys foreignKeys;
    private final Views views;
    private final Optional<OpenFile> file;
    private final boolean wasAutoCommit;
    private final long hadBusyTimeout;
    /** As the connection's owner had it. */
    private final SessionState before;
    /** What each revision begins with. */
    private final SessionState home;

    private Map<ForeignKeys.Violation, Integer> violations = Map.of();
    private Map<String, String> brokenViews = Map.of();
    /** What {@code PRAGMA data_version} said when the violations were counted; another connection's commit changes it. */
    private long countedAt = -1;

    private long commitTimeout = BUSY_TIMEOUT_MILLIS;
    private boolean open;
    /** Pragmas that a script has switched on, while they are off for Retort's own statements. */
    private final Set<String> putAside = new LinkedHashSet<>();
    /** SQLite itself looks after foreign keys. */
    private boolean watched;
    /** What a script had set before SQLite looked after them. */
    private String keptBefore = "";

    SqliteSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.transaction = new OwnTransaction(Confinement.database(connection));
        this.foreignKeys = new ForeignKeys(connection);
        this.views = new Views(connection);
        this.file = OpenFile.of(connection);
        this.wasAutoCommit = connection.getAutoCommit();
        if (!wasAutoCommit) {
            connection.setAutoCommit(true);
        }
        this.hadBusyTimeout = Queries.number(connection, "PRAGMA busy_timeout");
        this.before = SessionState.of(connection);
        this.home = before.with("foreign_keys", "0").with("legacy_alter_table", "0");
        this.confinement = Confinement.of(connection);
        this.statementLength = StatementLength.lift(connection);
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
                Causes.suppress(e, second);
            }
            throw e;
        }
    }

    @Override
    public void begin() throws SQLException {
        if (watched) {
            beginNow();
            return;
        }
        set("legacy_alter_table", 0);
        own();
        beginNow();
        takeUp();
        long version = Queries.number(connection, "PRAGMA data_version");
        if (version != countedAt) {
            violations = foreignKeys.violations();
            brokenViews = views.broken();
            countedAt = version;
        }
    }

    private void beginNow() throws SQLException {
        Queries.execute(connection, BEGIN);
        open = true;
        transaction.begun();
    }

    @Override
    public void verify(@Nullable String sql) {
        transaction.verify(sql);
    }

    @Override
    public boolean wasCommitted() {
        return transaction.wasCommitted();
    }

    /** Locks are had with the beginning; only the commit waits, for those who still read, and keeps new ones waiting. */
    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) {
        commitTimeout =
                lockTimeout.isZero() ? BUSY_TIMEOUT_MILLIS : Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE);
    }

    @Override
    public void unlimited() {}

    @Override
    public void endUnlimited() {}

    /** Nothing else that a script can set keeps rows from being written, or from being counted. */
    @Override
    public void own() throws SQLException {
        for (String pragma : List.of("query_only", "count_changes")) {
            if (Queries.number(connection, "PRAGMA " + pragma) != 0) {
                set(pragma, 0);
                putAside.add(pragma);
            }
        }
    }

    @Override
    public String kept() throws SQLException {
        return watched
                ? keptBefore
                : String.join(";\n", SessionState.of(connection).pragmasFrom(home));
    }

    @Override
    public void resume(String kept) throws SQLException {
        for (String statement : kept.split(";\n")) {
            if (!statement.isEmpty()) {
                Queries.execute(connection, statement);
            }
        }
    }

    private void takeUp() throws SQLException {
        for (String pragma : putAside) {
            set(pragma, 1);
        }
        putAside.clear();
    }

    /** A pragma of the connection outlives the transaction anyway. */
    @Override
    public void commitPart() throws SQLException {
        commit();
    }

    @Override
    public void reset() throws SQLException {
        putAside.clear();
        set("busy_timeout", BUSY_TIMEOUT_MILLIS);
        lead(home);
    }

    private void lead(SessionState back) throws SQLException {
        for (String statement : back.statementsFrom(SessionState.of(connection))) {
            Queries.execute(connection, statement);
        }
    }

    /** Looking at all rows of the database once a batch would take longer than the batch. */
    @Override
    public void startRows(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        limit(lockTimeout, statementTimeout);
        keptBefore = kept();
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
            commitNow();
            takeUp();
            return;
        }
        Map<ForeignKeys.Violation, Integer> now = foreignKeys.violations();
        Map<String, String> brokenNow = views.broken();
        List<Problem> problems = new ArrayList<>(foreignKeys.problems(violations, now));
        problems.addAll(Views.problems(brokenViews, brokenNow));
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.FAILED, problems);
        }
        try {
            set("busy_timeout", commitTimeout);
            commitNow();
        } finally {
            set("busy_timeout", BUSY_TIMEOUT_MILLIS);
        }
        violations = now;
        brokenViews = brokenNow;
        takeUp();
    }

    /** SQLite reports a commit before it makes it, which may fail. */
    private void commitNow() throws SQLException {
        transaction.forget();
        try {
            Queries.execute(connection, "COMMIT");
        } catch (SQLException e) {
            transaction.begun();
            throw e;
        }
        open = false;
    }

    @Override
    public void rollback() throws SQLException {
        if (!open) {
            return;
        }
        transaction.undo();
        try {
            Queries.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // A full disk, for one, makes SQLite roll back by itself.
            if (!Failures.message(e).contains("no transaction is active")) {
                throw e;
            }
        }
        open = false;
        takeUp();
    }

    @Override
    public void close() throws SQLException {
        rollback();
        lead(before);
        confinement.lift();
        transaction.close();
        statementLength.restore();
        set("busy_timeout", hadBusyTimeout);
        if (!wasAutoCommit) {
            connection.setAutoCommit(false);
        }
    }

    private void set(String pragma, long value) throws SQLException {
        Queries.execute(connection, "PRAGMA " + pragma + " = " + value);
    }
}
