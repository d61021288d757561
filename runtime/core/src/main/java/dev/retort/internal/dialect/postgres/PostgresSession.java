package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.postgres.SessionState.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions where they are asked for, and each statement by itself in between. */
final class PostgresSession implements Session {

    /** A script's transactions are ours, and Retort's own rows are written in them. */
    private static final String READ_ONLY = "default_transaction_read_only";

    private static final Set<String> NOT_KEPT = Set.of(READ_ONLY, "lock_timeout", "statement_timeout");

    /**
     * By itself the server notices that its client was killed only when a statement comes to its end, which may be hours
     * later, and the next run would wait behind its locks. Servers before 14 have no such setting.
     */
    private static final String NOTICE_DEATH = "SELECT set_config('client_connection_check_interval', '5s', false)"
            + " WHERE current_setting('client_connection_check_interval', true) = '0'";

    private static final String AS_BEFORE = "SELECT set_config('client_connection_check_interval', NULL, false)"
            + " WHERE current_setting('client_connection_check_interval', true) IS NOT NULL";

    /** What an author or the application has set for the session is set again; the rest comes from where it came from. */
    private static final String AS_BEFORE_ROWS = """
            SELECT string_agg(CASE source WHEN 'session' THEN format('SET %I = %L', name, setting)
                                          ELSE 'RESET ' || name END, '; ') AS sql
            FROM pg_settings WHERE name IN ('synchronous_commit', 'lock_timeout', 'statement_timeout')
            """;

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    /**
     * @param before as the connection's owner had it
     * @param home what each revision begins with
     */
    private record Home(SessionState before, SessionState home) {}

    /**
     * While only rows are changed.
     *
     * @param own lets Retort's own statements run as at home
     * @param kept what a script has set
     * @param asBefore ends it
     */
    private record OnlyRows(
            String own, String kept, @Nullable String asBefore) {}

    private final Connection connection;
    private final boolean autoCommitBefore;
    private final CustomSettings customs = new CustomSettings();
    /** Those whose value at home is known. */
    private final Set<String> noted = new HashSet<>();
    /** Null before the first transaction: who only asks sets nothing. */
    private @Nullable Home home;

    private @Nullable OnlyRows rows;
    /** What a script has set, when it had to be put aside in this transaction. */
    private @Nullable SessionState script;

    /** Retort's own statements are what runs in this transaction. */
    private boolean own;

    private final SessionLimits limits = new SessionLimits();
    private final OwnTransaction transaction;

    private PostgresSession(Connection connection, boolean autoCommitBefore) throws SQLException {
        this.transaction = new OwnTransaction(connection);
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

    // ---- transactions ----

    /** The lock of the runner's session has already kept the others out. */
    @Override
    public void begin() throws SQLException {
        home();
        limits.begin();
        transaction.forget();
        connection.setAutoCommit(false);
    }

    private SessionState look() throws SQLException {
        return SessionState.of(connection, customs);
    }

    @Override
    public void note(String sql) throws SQLException {
        if (customs.note(sql) && home != null) {
            SessionState now = look();
            for (String name : customs.names()) {
                String value = now.settings().get(name);
                if (value != null && !noted.contains(name)) {
                    home = new Home(home.before().with(name, value), home.home().with(name, value));
                }
            }
            noted.addAll(customs.names());
        }
    }

    private SessionState home() throws SQLException {
        if (home == null) {
            SessionState before = look();
            Optional<String> zone = ServerZone.of(connection);
            if (zone.isPresent()) {
                Rows.of(connection, "SELECT pg_catalog.set_config('TimeZone', ?, false)", zone.get());
            }
            SessionState there = zone.map(name -> before.with("TimeZone", name)).orElse(before);
            if (!connection.unwrap(BaseConnection.class).getStandardConformingStrings()) {
                run("SET " + LexicalSettings.CONFORMING + " = on");
                there = there.with(LexicalSettings.CONFORMING, "on");
            }
            home = new Home(before, there);
        }
        return home.home();
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        transaction.forget();
        if (script != null
                && !Objects.equals(
                        script.settings().get(READ_ONLY), home().settings().get(READ_ONLY))) {
            run(home().only(Set.of(READ_ONLY)).settingsFrom(script.only(Set.of(READ_ONLY)), Scope.SESSION));
        }
        script = null;
        own = false;
    }

    @Override
    public void commitPart() throws SQLException {
        String kept = kept();
        commit();
        run(kept);
    }

    @Override
    public void rollback() throws SQLException {
        script = null;
        own = false;
        transaction.undo();
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    // ---- whose settings ----

    @Override
    public void own() throws SQLException {
        if (own) {
            return;
        }
        own = true;
        if (rows != null) {
            run(rows.own());
            return;
        }
        SessionState now = look();
        transaction.found(now.transaction());
        limits.note(now, home());
        script = now;
        run(limits.on(home()).settingsFrom(now, Scope.TRANSACTION));
    }

    /** The limits are set for each transaction. */
    @Override
    public String kept() throws SQLException {
        if (rows != null) {
            return rows.kept();
        }
        return script == null ? "" : script.without(NOT_KEPT).settingsFrom(home().without(NOT_KEPT), Scope.SESSION);
    }

    @Override
    public void resume(String kept) throws SQLException {
        home();
        run(kept);
    }

    @Override
    public void reset() throws SQLException {
        limits.reset();
        lead(home());
    }

    private void lead(SessionState back) throws SQLException {
        SessionState now = look();
        run(back.settingsFrom(now, Scope.SESSION));
        run(now.removals(back));
    }

    // ---- limits ----

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        transaction.mark(limits.bound(lockTimeout, statementTimeout));
    }

    // ---- whose transaction ----

    @Override
    public void verify(@Nullable String sql) throws SQLException {
        transaction.verify(sql);
    }

    /** A trigger may have been put off until the commit. */
    @Override
    public void conclude() throws SQLException {
        run("SET CONSTRAINTS ALL IMMEDIATE");
    }

    @Override
    public boolean wasCommitted() throws SQLException {
        return transaction.wasCommitted();
    }

    @Override
    public void unlimited() throws SQLException {
        limits.lift(connection, home());
    }

    @Override
    public void endUnlimited() throws SQLException {
        Set<String> lifted = limits.lifted();
        if (!lifted.isEmpty()) {
            run(home().only(lifted).settingsFrom(look().only(lifted), Scope.SESSION));
        }
    }

    /**
     * Does not wait for the disk. A server that crashes may lose the last of these transactions, each as a whole and
     * all after it too; whatever is committed in the common way later makes them last as well. Set once for all of
     * them, as each time would be one more way to the server and back.
     */
    @Override
    public void startRows(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        SessionState now = look().without(NOT_KEPT);
        SessionState back = home().without(NOT_KEPT);
        rows = new OnlyRows(
                back.settingsFrom(now, Scope.TRANSACTION),
                now.settingsFrom(back, Scope.SESSION),
                Rows.of(connection, AS_BEFORE_ROWS).get(0).string("sql"));
        run("SET synchronous_commit = off;" + SessionLimits.session(lockTimeout, statementTimeout));
    }

    @Override
    public void endRows() throws SQLException {
        if (rows != null && rows.asBefore() != null) {
            run(rows.asBefore());
        }
        rows = null;
    }

    private void run(String statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(statements);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        rollback();
        rows = null;
        if (home != null) {
            lead(home.before());
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
