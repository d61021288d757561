package dev.retort.dialect.postgres;

import dev.retort.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The settings of a session at one moment, so that those of a transaction alone can be ended before its end. */
final class SessionSettings {

    /** The role is a setting that the view leaves out; those of the transaction itself cannot be changed in it. */
    private static final String ALL = """
            SELECT name, setting FROM pg_settings
            WHERE context IN ('user', 'superuser') AND name NOT LIKE 'transaction\\_%'
              AND name NOT IN ('lock_timeout', 'statement_timeout')
            UNION ALL SELECT 'role', current_setting('role')
            """;

    private final Map<String, String> values;
    private Map<String, String> seen;

    private SessionSettings(Map<String, String> values) {
        this.values = values;
        this.seen = Map.copyOf(values);
    }

    static SessionSettings of(Connection connection) throws SQLException {
        return new SessionSettings(read(connection));
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (Row row : Rows.of(connection, ALL)) {
            values.put(Objects.requireNonNull(row.string("name")), Objects.toString(row.get("setting"), ""));
        }
        return values;
    }

    /**
     * Looks what a statement has just set.
     *
     * @param stays it outlives the transaction
     */
    void note(Connection connection, boolean stays) throws SQLException {
        Map<String, String> now = read(connection);
        if (stays) {
            now.forEach((name, value) -> {
                if (!value.equals(seen.get(name))) {
                    values.put(name, value);
                }
            });
        }
        seen = now;
    }

    /** Sets back what is another now. */
    void restore(Connection connection) throws SQLException {
        Map<String, String> now = read(connection);
        for (Map.Entry<String, String> entry : now.entrySet()) {
            String before = values.getOrDefault(entry.getKey(), "");
            if (!entry.getValue().equals(before)) {
                Rows.of(connection, "SELECT set_config(?, ?, true)", entry.getKey(), before);
            }
        }
        seen = Map.copyOf(values);
    }
}
