package dev.retort.internal.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the server notice within about a minute that nobody is at the other end of a session any more, and not after the
 * two hours that most systems wait: until then a lock would outlive the machine of its holder. And lets it not take a
 * session for left alone that only waits while another one works.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-connection.html">Connection settings</a>
 */
final class KeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.lock");

    /**
     * 30 s of silence, then three questions in 30 s; what was sent and not confirmed counts for as long. What a server
     * of an older version does not have it is not asked for. The view of all settings is not asked either: for each
     * question to it the server writes hundreds of rows.
     */
    private static final String ASK = """
            SELECT set_config(s.name, s.value, false) FROM (VALUES
              ('tcp_keepalives_idle', '30'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'),
              ('tcp_user_timeout', '60000'), ('idle_session_timeout', '0')) AS s (name, value)
            WHERE current_setting(s.name, true) IS NOT NULL
            """;

    private static final String RESET = """
            SELECT set_config(s.name, NULL, false) FROM unnest(ARRAY['tcp_keepalives_idle', 'tcp_keepalives_interval',
              'tcp_keepalives_count', 'tcp_user_timeout', 'idle_session_timeout']) AS s (name)
            WHERE current_setting(s.name, true) IS NOT NULL
            """;

    private KeepAlive() {}

    /** Asks the server for it; one that will not, or whose system cannot, keeps its own times. */
    static void ask(Connection connection) {
        run(connection, ASK);
    }

    static void reset(Connection connection) {
        run(connection, RESET);
    }

    private static void run(Connection connection, String sql) {
        try {
            Rows.of(connection, sql);
        } catch (SQLException e) {
            LOG.debug("The server does not look after its clients", e);
        }
    }
}
