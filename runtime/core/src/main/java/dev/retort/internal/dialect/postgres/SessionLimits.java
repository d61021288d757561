package dev.retort.internal.dialect.postgres;

import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long a statement may wait and run: what the run sets for each transaction, what an author sets, and what neither may. */
final class SessionLimits {

    /** Those that the run sets. */
    static final Set<String> NAMES = Set.of("lock_timeout", "statement_timeout");

    /** What the author has set stays; what the role, the database, the URL or the connection's owner has, ends. */
    private static final String LIFT = """
            SELECT name, set_config(name, '0', false) FROM pg_catalog.pg_settings
            WHERE name IN ('lock_timeout', 'statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')
              AND setting <> '0' AND (source <> 'session' OR name || '=' || setting = ANY (CAST(? AS text[])))
            """;

    private final Map<String, String> ofAuthor = new HashMap<>();
    private final Set<String> lifted = new LinkedHashSet<>();
    private Map<String, String> ofTransaction = Map.of();

    /** A transaction begins without. */
    void begin() {
        ofTransaction = Map.of();
    }

    /** The statements that bound the transaction that is open; what the author has set counts more. */
    String bound(Duration lockTimeout, Duration statementTimeout) {
        Map<String, String> limits = of(lockTimeout, statementTimeout);
        limits.putAll(ofAuthor);
        ofTransaction = limits;
        return sql("SET LOCAL ", limits);
    }

    /** The statements that bound what comes next, across transactions. */
    static String session(Duration lockTimeout, Duration statementTimeout) {
        return sql("SET ", of(lockTimeout, statementTimeout));
    }

    private static Map<String, String> of(Duration lockTimeout, Duration statementTimeout) {
        Map<String, String> limits = new LinkedHashMap<>();
        put(limits, "lock_timeout", lockTimeout);
        put(limits, "statement_timeout", statementTimeout);
        return limits;
    }

    private static void put(Map<String, String> limits, String name, Duration time) {
        if (!time.isZero()) {
            // The server counts in milliseconds, with a sign; it takes zero for no limit at all.
            limits.put(name, String.valueOf(Math.min(time.toMillis(), Integer.MAX_VALUE)));
        }
    }

    private static String sql(String set, Map<String, String> settings) {
        StringBuilder sql = new StringBuilder();
        settings.forEach((name, value) ->
                sql.append(set).append(name).append(" = ").append(value).append(';'));
        return sql.toString();
    }

    /** A limit that is neither the run's nor the connection's is one that the author has set. */
    void note(SessionState now, SessionState home) {
        for (String name : NAMES) {
            String value = now.settings().get(name);
            if (value != null
                    && !value.equals(ofTransaction.get(name))
                    && !value.equals(home.settings().get(name))) {
                ofAuthor.put(name, value);
            }
        }
    }

    /** A state with the limits of the transaction that is open. */
    SessionState on(SessionState state) {
        SessionState bounded = state;
        for (Map.Entry<String, String> limit : ofTransaction.entrySet()) {
            bounded = bounded.with(limit.getKey(), limit.getValue());
        }
        return bounded;
    }

    /** Forgets what the author has set. */
    void reset() {
        ofAuthor.clear();
    }

    /** Lets the next statements take their time, outside of any transaction. */
    void lift(Connection connection, SessionState home) throws SQLException {
        List<String> ofOwner = home.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        for (Row row : Rows.of(connection, LIFT, ofOwner)) {
            lifted.add(String.valueOf(row.get("name")));
        }
    }

    /** Those that were lifted since this was asked last. */
    Set<String> lifted() {
        Set<String> names = Set.copyOf(lifted);
        lifted.clear();
        return names;
    }
}
