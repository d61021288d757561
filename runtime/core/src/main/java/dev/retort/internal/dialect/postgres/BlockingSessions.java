package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Blockers;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Those whom a backend waits for: who holds the lock, and who stands before it in the queue. */
record BlockingSessions(Connection observer, Long observed) implements Blockers {

    /**
     * The server's own function stops the lock table for a moment, so that it is asked only of one that waits. The pid
     * is 0 where a prepared transaction is in the way. The columns a role may not see are null.
     */
    private static final String BLOCKING = """
            SELECT b.pid, a.application_name AS application, a.usename::text AS username, a.state,
                   host(a.client_addr) AS address, a.client_hostname AS host, a.backend_type IS NULL AS hidden,
                   to_char(coalesce(a.xact_start, a.query_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS') AS since,
                   a.query
            FROM pg_stat_activity w
            CROSS JOIN LATERAL (SELECT DISTINCT unnest(pg_blocking_pids(w.pid)) AS pid) b
            LEFT JOIN pg_stat_activity a ON a.pid = b.pid
            WHERE w.pid = ? AND w.wait_event_type = 'Lock'
            ORDER BY a.xact_start, b.pid
            """;

    static BlockingSessions of(Connection observer, Connection observed) throws SQLException {
        Long pid = Rows.of(observed, "SELECT pg_backend_pid() AS pid").get(0).integer("pid");
        return new BlockingSessions(observer, Objects.requireNonNull(pid));
    }

    /**
     * Whom a concurrent index waits for: it waits for each older transaction by a lock on that one's virtual id, one after
     * another. The progress view counts them and names the one in turn.
     */
    private static final String OLDER = """
            SELECT b.pid, a.application_name AS application, a.usename::text AS username, a.state,
                   host(a.client_addr) AS address, a.client_hostname AS host, a.backend_type IS NULL AS hidden,
                   to_char(coalesce(a.xact_start, a.query_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS') AS since,
                   a.query, p.lockers_total - p.lockers_done AS older
            FROM pg_stat_progress_create_index p
            CROSS JOIN LATERAL (SELECT DISTINCT unnest(pg_blocking_pids(p.pid)) AS pid) b
            LEFT JOIN pg_stat_activity a ON a.pid = b.pid
            WHERE p.pid = ? AND p.phase LIKE 'waiting for %' AND p.lockers_total > p.lockers_done
            """;

    @Override
    public Optional<String> standstill() throws SQLException {
        List<Row> found = Rows.of(observer, OLDER, observed);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Long older = found.get(0).integer("older");
        return Optional.of("The concurrent index waits for " + older
                + (older != null && older == 1 ? " transaction" : " transactions") + " older than this one: "
                + String.join("; ", found.stream().map(SessionStatements::of).toList()));
    }

    @Override
    public List<String> now() throws SQLException {
        return Rows.of(observer, BLOCKING, observed).stream()
                .map(SessionStatements::of)
                .toList();
    }
}
