package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.DatabaseUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database of a server, created and dropped from another one, as {@code createdb} and {@code dropdb} do: from {@code
 * postgres}, or where that cannot be used from {@code template1}.
 */
final class ServerDatabase {

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)(.*)");
    private static final String USUAL = "postgres";
    private static final String TEMPLATE = "template1";

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String DUPLICATE_DATABASE = "42P04";
    /** Of the catalog's own index: two sessions take a name at the same moment. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final DatabaseUrl url;
    private final String name;

    ServerDatabase(DatabaseUrl url) {
        this.url = url;
        String written = address(url).group(2);
        @Nullable String user = url.properties().getProperty("user", System.getProperty("user.name"));
        this.name = written.isEmpty() ? String.valueOf(user) : URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private static Matcher address(DatabaseUrl url) {
        Matcher address = ADDRESS.matcher(url.jdbcUrl());
        if (!address.matches()) {
            throw new IllegalStateException("not an address of PostgreSQL's: " + url);
        }
        return address;
    }

    String name() {
        return name;
    }

    /** @return false where there is one of that name */
    boolean create() throws SQLException {
        try (Connection connection = elsewhere()) {
            if (exists(connection)) {
                return false;
            }
            run(connection, "CREATE DATABASE " + Identifiers.quote(name));
            return true;
        } catch (SQLException e) {
            if (isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether another one has the name. */
    static boolean isTaken(SQLException failure) {
        return DUPLICATE_DATABASE.equals(failure.getSQLState()) || UNIQUE_VIOLATION.equals(failure.getSQLState());
    }

    /** @return false where there is none of that name */
    boolean drop() throws SQLException {
        try (Connection connection = elsewhere()) {
            if (!exists(connection)) {
                return false;
            }
            run(connection, "DROP DATABASE " + Identifiers.quote(name));
            return true;
        }
    }

    boolean exists() throws SQLException {
        try (Connection connection = usual()) {
            return exists(connection);
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        return !Rows.of(connection, "SELECT 1 AS one FROM pg_database WHERE datname = ?", name)
                .isEmpty();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Another database of the server, from which this one is created. */
    Connection elsewhere() throws SQLException {
        return name.equals(USUAL) ? url.open(at(TEMPLATE)) : usual();
    }

    /**
     * The database of its server that nobody minds to be connected to; whoever stays in {@code template1} keeps all others from
     * creating databases.
     */
    Connection usual() throws SQLException {
        try {
            return url.open(at(USUAL));
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                return url.open(at(TEMPLATE));
            }
            throw e;
        }
    }

    /** The URL of another database of the same server. */
    String at(String database) {
        Matcher address = address(url);
        return address.group(1) + database + address.group(3);
    }
}
