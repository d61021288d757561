package dev.retort.internal.dialect.postgres;

import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The time zone that psql would have in the place of this connection. The driver sends the one of its JVM when it connects,
 * and the server then forgets its own: RESET, DISCARD ALL and SET TIME ZONE LOCAL all lead to the JVM's.
 *
 * @see <a href="https://www.postgresql.org/docs/current/config-setting.html">Which setting wins</a>
 */
final class ServerZone {

    /** The setting of the role in the database wins over the role's, over the database's, over the one of all. */
    private static final String CONFIGURED = """
            SELECT s.setting AS zone, s.source, s.reset_val AS reset,
                   (SELECT pg_catalog.split_part(c.entry, '=', 2)
                    FROM pg_catalog.pg_db_role_setting d CROSS JOIN LATERAL unnest(d.setconfig) AS c (entry)
                    WHERE pg_catalog.lower(c.entry) LIKE 'timezone=%'
                      AND d.setdatabase IN (0, (SELECT b.oid FROM pg_catalog.pg_database b
                                                WHERE b.datname = pg_catalog.current_database()))
                      AND d.setrole IN (0, (SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = session_user))
                    ORDER BY d.setrole <> 0 DESC, d.setdatabase <> 0 DESC LIMIT 1) AS configured,
                   pg_catalog.current_setting('log_timezone') AS log,
                   pg_catalog.has_function_privilege('pg_catalog.pg_show_all_file_settings()', 'EXECUTE')
                     AND pg_catalog.has_table_privilege('pg_catalog.pg_file_settings', 'SELECT') AS reads
            FROM pg_catalog.pg_settings s WHERE s.name = 'TimeZone'
            """;

    private static final String OF_FILES = """
            SELECT setting FROM pg_catalog.pg_file_settings
            WHERE pg_catalog.lower(name) = 'timezone' AND error IS NULL ORDER BY seqno DESC LIMIT 1
            """;

    private ServerZone() {}

    /** Empty where the session has it, or one that was asked for. */
    static Optional<String> of(Connection connection) throws SQLException {
        Row told = Rows.of(connection, CONFIGURED).get(0);
        String zone = String.valueOf(told.get("zone"));
        String server = zone;
        if ("client".equals(told.string("source"))) {
            server = server(connection, told);
        } else if (isOfJvm(zone) && "session".equals(told.string("source"))) {
            // A pooler passes on what the driver wanted as a setting of the session.
            server = String.valueOf(told.get("reset"));
        }
        return Optional.of(server).filter(name -> !name.equals(zone));
    }

    /** The one that a revision has. */
    static String now(Connection connection) throws SQLException {
        String zone = String.valueOf(Rows.of(connection, "SELECT current_setting('TimeZone') AS zone")
                .get(0)
                .get("zone"));
        return of(connection).orElse(zone);
    }

    private static boolean isOfJvm(String zone) {
        return zone.equals(TimeZone.getDefault().getID());
    }

    private static String server(Connection connection, Row told) throws SQLException {
        @Nullable String configured = told.string("configured");
        if (configured != null) {
            return configured;
        }
        if (Boolean.TRUE.equals(told.bool("reads"))) {
            List<Row> files = Rows.of(connection, OF_FILES);
            return files.isEmpty() ? "GMT" : String.valueOf(files.get(0).get("setting"));
        }
        // A server is set up with one zone for both, and this one every role may read.
        return String.valueOf(told.get("log"));
    }
}
