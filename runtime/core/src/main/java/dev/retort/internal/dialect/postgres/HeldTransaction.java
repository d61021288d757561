package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Effects;
import dev.retort.internal.dialect.EndedTransaction;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.dialect.postgres.SessionState.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that is never committed. In the place of each commit are the checks that the commit would make, and
 * what ends with a transaction ends there too, as far as a statement can bring that about.
 */
final class HeldTransaction implements Stage, Session {

    /** A commit checks what was put off until then. */
    private static final String CHECK = "SET CONSTRAINTS ALL IMMEDIATE";

    /**
     * Puts off again what each transaction puts off by itself. A name means all the schema's constraints of that name,
     * of which the server wants every one to be deferrable.
     */
    private static final String PUT_OFF = """
            SELECT 'SET CONSTRAINTS ' || string_agg(DISTINCT format('%I.%I', n.nspname, c.conname), ', ')
                   || ' DEFERRED' AS sql
            FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
            WHERE c.condeferred
              AND NOT EXISTS (SELECT FROM pg_constraint o
                              WHERE o.connamespace = c.connamespace AND o.conname = c.conname AND NOT o.condeferrable)
            """;

    /** Of the run itself, which sets them anew for each revision. */
    private static final String LIMITS = "SET LOCAL lock_timeout TO DEFAULT; SET LOCAL statement_timeout TO DEFAULT";

    /** How the database was when the transaction began. */
    private record Before(TableWatch tables, SessionState session) {}

    private final Connection connection;
    private final Session session;
    /** Null where there is no transaction. */
    private @Nullable Before before;

    /** What a script has set, when it had to be put aside. */
    private @Nullable SessionState script;

    private final CustomSettings customs = new CustomSettings();

    private boolean onlyRows;

    /** Of the transaction; empty as long as it has none. */
    private String number = "";

    private boolean ended;

    /** @param session in no transaction; whoever opened it closes it */
    HeldTransaction(Connection connection, Session session) {
        this.connection = connection;
        this.session = session;
    }

    // ---- the stage ----

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Session session() {
        return this;
    }

    @Override
    public boolean isCopy() {
        return false;
    }

    @Override
    public Effects effects(String sql) throws SQLException {
        return begun().tables().effects();
    }

    private Before begun() {
        if (before == null) {
            throw new IllegalStateException("nothing has been begun");
        }
        return before;
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            rollback();
        }
    }

    // ---- the session ----

    @Override
    public void begin() throws SQLException {
        if (before == null) {
            session.begin();
            before = new Before(TableWatch.of(connection), SessionState.of(connection, customs));
        }
    }

    @Override
    public void startRows(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        begin();
        limit(lockTimeout, statementTimeout);
        onlyRows = true;
    }

    @Override
    public void endRows() throws SQLException {
        onlyRows = false;
        if (before != null) {
            execute(LIMITS);
        }
    }

    @Override
    public void limit(Duration lockTimeout, Duration statementTimeout) throws SQLException {
        session.limit(lockTimeout, statementTimeout);
        if (number.isEmpty()) {
            number = SessionState.of(connection, customs).transaction();
        }
    }

    /** Its number is asked for at the end of each revision. */
    @Override
    public void verify(@Nullable String sql) throws SQLException {
        session.verify(sql);
        if (ended) {
            throw new EndedTransaction(null);
        }
    }

    @Override
    public boolean wasCommitted() throws SQLException {
        return session.wasCommitted();
    }

    /** Nothing is ever outside of the transaction. */
    @Override
    public void unlimited() {}

    @Override
    public void endUnlimited() {}

    @Override
    public void own() throws SQLException {
        script = settings();
        ended = !number.equals(script.transaction());
        execute(home().settingsFrom(script, Scope.TRANSACTION));
    }

    /** Nothing of a rehearsal is written down. */
    @Override
    public String kept() {
        return "";
    }

    @Override
    public void resume(String kept) throws SQLException {
        execute(kept);
    }

    @Override
    public void note(String sql) {
        customs.note(sql);
    }

    /** The limits are set for each revision, and end with it. */
    private SessionState settings() throws SQLException {
        return SessionState.of(connection, customs).without(SessionLimits.NAMES);
    }

    private SessionState home() {
        return begun().session().without(SessionLimits.NAMES);
    }

    @Override
    public void commitPart() throws SQLException {
        commit();
        if (script != null) {
            execute(script.settingsFrom(home(), Scope.TRANSACTION));
        }
    }

    @Override
    public void reset() throws SQLException {
        script = null;
        if (before != null) {
            SessionState now = settings();
            execute(home().settingsFrom(now, Scope.TRANSACTION));
            execute(now.removals(home()));
        }
    }

    @Override
    public void commit() throws SQLException {
        execute(CHECK);
        String putOff = Rows.of(connection, PUT_OFF).get(0).string("sql");
        if (putOff != null) {
            execute(putOff);
        }
        if (!onlyRows) {
            execute(LIMITS);
        }
    }

    private void execute(String sql) throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    @Override
    public void rollback() throws SQLException {
        before = null;
        number = "";
        ended = false;
        session.rollback();
    }
}
