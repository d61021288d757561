package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * One state of the catalog: a transaction of its own that repeats what it reads, or the caller's where there is one. Within
 * it the search path leads to one schema alone. So the server qualifies the names in the expressions that it prints
 * whatever the path of the session is: those of that schema never, all others always.
 */
final class CatalogSnapshot implements AutoCloseable {

    private static final String PLACE = """
            SELECT pg_catalog.current_schema()::text AS home, pg_catalog.current_setting('search_path') AS path,
                   pg_catalog.current_setting('jit') AS jit""";

    /**
     * Temporary tables would come first unless the path names their schema. The queries look expensive enough to the
     * server to be compiled, which takes it longer than to run them.
     */
    private static final String LEAD = """
            SELECT pg_catalog.set_config('search_path', pg_catalog.quote_ident(?) || ', pg_temp', true),
                   pg_catalog.set_config('jit', 'off', true)""";

    private static final String LEAD_BACK =
            "SELECT pg_catalog.set_config('search_path', ?, true), pg_catalog.set_config('jit', ?, true)";

    private final Connection connection;
    private final boolean own;
    private final boolean autoCommitBefore;
    private final @Nullable String home;
    private final Row place;

    private CatalogSnapshot(Connection connection, boolean own, boolean autoCommitBefore, List<String> schemas)
            throws SQLException {
        this.connection = connection;
        this.own = own;
        this.autoCommitBefore = autoCommitBefore;
        this.place = Rows.of(connection, PLACE).get(0);
        this.home = schemas.isEmpty() ? place.string("home") : schemas.get(0);
        if (home != null) {
            Rows.of(connection, LEAD, home);
        }
    }

    static CatalogSnapshot open(Connection connection, ReadScope scope) throws SQLException {
        boolean own = connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
        boolean before = connection.getAutoCommit();
        if (!own) {
            return new CatalogSnapshot(connection, false, before, scope.schemas());
        }
        // Otherwise the driver would begin a transaction of another kind first.
        connection.setAutoCommit(true);
        run(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        try {
            return new CatalogSnapshot(connection, true, before, scope.schemas());
        } catch (SQLException e) {
            run(connection, "ROLLBACK");
            connection.setAutoCommit(before);
            throw e;
        }
    }

    /** The schema whose names are unqualified; null where the search path leads to none. */
    @Nullable
    String home() {
        return home;
    }

    @Override
    public void close() throws SQLException {
        if (own) {
            run(connection, "ROLLBACK");
            connection.setAutoCommit(autoCommitBefore);
        } else if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.OPEN) {
            Rows.of(connection, LEAD_BACK, Rows.text(place, "path"), Rows.text(place, "jit"));
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
