package dev.retort.internal.dialect.sqlite;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.SqlCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.core.DB;

/**
 * A connection that SQLite itself keeps to its own file: nothing can be attached to it and no extension loaded,
 * however that is spelt. The driver can set neither an authorizer nor the defensive mode, so that what a pragma did is
 * seen when it is done, and undone.
 */
final class Confinement {

    /** VACUUM attaches a database of its own, so that it is let through; in this spelling it can name no file. */
    static final String VACUUM = "VACUUM";

    /** How else a pragma begins, SQLite does not know; the functions {@code pragma_…} only read. */
    private static final Pattern PRAGMA = Pattern.compile("pragma(?!_)", Pattern.CASE_INSENSITIVE);

    private static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Of one value and of one row, in bytes; SQLite's own is a billion, which one call of zeroblob fills. The limit of
     * the heap is no way out: it is one of the whole process, and other connections would meet it.
     */
    private static final int LONGEST = 256 << 20;

    private final DB database;
    private final Connection connection;
    private final int attached;
    private final int length;
    private final boolean extensions;
    private final Pragmas pragmas;

    private Confinement(Connection connection, DB database) throws SQLException {
        this.connection = connection;
        this.database = database;
        this.attached = limit(database, -1);
        this.length = length(database, -1);
        this.extensions = loadsExtensions(connection);
        this.pragmas = Pragmas.read(connection);
    }

    /** Holds until {@link #lift()}. */
    static Confinement of(Connection connection) throws SQLException {
        Confinement confinement = new Confinement(connection, database(connection));
        limit(confinement.database, 0);
        length(confinement.database, Math.min(confinement.length, LONGEST));
        confinement.database.enable_load_extension(false);
        new Pragmas(0, confinement.pragmas.temporaryFolder()).restore(connection);
        return confinement;
    }

    /** Puts the connection back as it was. */
    void lift() throws SQLException {
        limit(database, attached);
        length(database, length);
        database.enable_load_extension(extensions);
        pragmas.restore(connection);
    }

    /** Runs one statement on a connection that is confined. */
    static <R> R run(Connection connection, String sql, SqlCall<R> call) throws SQLException {
        if (sql.equals(VACUUM)) {
            return vacuum(database(connection), call);
        }
        return PRAGMA.matcher(sql).find() ? pragma(connection, sql, call) : call.run();
    }

    private static <R> R vacuum(DB database, SqlCall<R> call) throws SQLException {
        int before = limit(database, UNLIMITED);
        try {
            return call.run();
        } finally {
            limit(database, before);
        }
    }

    /** Even EXPLAIN sets some pragmas, and so does one that fails in the end: SQLite sets them when it compiles. */
    private static <R> R pragma(Connection connection, String sql, SqlCall<R> call) throws SQLException {
        Pragmas before = Pragmas.read(connection);
        R result;
        try {
            result = call.run();
        } catch (SQLException | RuntimeException e) {
            refuseChange(connection, sql, before);
            throw e;
        }
        refuseChange(connection, sql, before);
        return result;
    }

    private static void refuseChange(Connection connection, String sql, Pragmas before) throws SQLException {
        if (!Pragmas.read(connection).equals(before)) {
            before.restore(connection);
            throw AuthorsSql.beyond(sql);
        }
    }

    /** What leads to other files, or to a schema that is not what it says. */
    private record Pragmas(long writableSchema, String temporaryFolder) {

        static Pragmas read(Connection connection) throws SQLException {
            String folder = "";
            // No row where there is none.
            for (var row : Queries.rows(connection, "PRAGMA temp_store_directory")) {
                folder = String.valueOf(row.get("temp_store_directory"));
            }
            return new Pragmas(Queries.number(connection, "PRAGMA writable_schema"), folder);
        }

        void restore(Connection connection) throws SQLException {
            Queries.execute(connection, "PRAGMA writable_schema = " + writableSchema);
            if (!read(connection).temporaryFolder.equals(temporaryFolder)) {
                Queries.execute(connection, "PRAGMA temp_store_directory = " + Values.literal(temporaryFolder));
            }
        }
    }

    private static int limit(DB database, int value) throws SQLException {
        return database.limit(SQLiteLimits.SQLITE_LIMIT_ATTACHED.getId(), value);
    }

    private static int length(DB database, int value) throws SQLException {
        return database.limit(SQLiteLimits.SQLITE_LIMIT_LENGTH.getId(), value);
    }

    /** There is no asking for it, but the name of no file is answered differently. */
    private static boolean loadsExtensions(Connection connection) {
        try {
            Queries.number(connection, "SELECT load_extension('')");
            return true;
        } catch (SQLException e) {
            return !Failures.message(e).contains("not authorized");
        }
    }

    /** @throws RetortException where the connection is one of a pool that hides the driver's */
    static DB database(Connection connection) {
        try {
            return connection.unwrap(SQLiteConnection.class).getDatabase();
        } catch (SQLException | ClassCastException e) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("The connection does not give out SQLite's own, so that a migration could not be kept to"
                                    + " its database.")
                            .withHint("Use one whose unwrap(org.sqlite.SQLiteConnection.class) works."));
        }
    }
}
