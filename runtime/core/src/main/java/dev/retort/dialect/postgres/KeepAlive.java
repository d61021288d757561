package dev.retort.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the server notice within about a minute that nobody is at the other end of a session any more, and not after the
 * two hours that most systems wait: until then a lock would outlive the machine of its holder.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-connection.html">Connection settings</a>
 */
final class KeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.lock");

    /** 30 s of silence, then three questions in 30 s; what was sent and not confirmed counts for as long. */
    private static final List<String> SETTINGS = List.of(
            "tcp_keepalives_idle = 30",
            "tcp_keepalives_interval = 10",
            "tcp_keepalives_count = 3",
            "tcp_user_timeout = 60000");

    private KeepAlive() {}

    /** Asks the server for it; one that will not, or whose system cannot, keeps its own times. */
    static void ask(Connection connection) {
        run(connection, "SET ");
    }

    static void reset(Connection connection) {
        run(connection, "RESET ");
    }

    private static void run(Connection connection, String command) {
        for (String setting : SETTINGS) {
            String words = command.equals("SET ") ? setting : setting.substring(0, setting.indexOf(' '));
            try (Statement statement = connection.createStatement()) {
                statement.execute(command + words);
            } catch (SQLException e) {
                LOG.debug("The server does not do {}{}", command, words, e);
                return;
            }
        }
    }
}
