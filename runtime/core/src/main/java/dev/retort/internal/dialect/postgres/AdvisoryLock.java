package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.script.Row;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A session's advisory lock: gone with the connection, whatever becomes of its holder. The server keeps them apart by
 * database.
 */
final class AdvisoryLock {

    /**
     * The lock's connection is in no transaction, so that its last query is the one that took the lock. A role that may
     * not see the other's session gets null for what it may not see.
     *
     * <p>The work is done by a session beside it, which the server does not know to belong to it: it is the one that the
     * same client opened right after, of those that neither rest nor look for the lock themselves.
     */
    private static final String HOLDER = """
            SELECT l.pid, a.application_name AS application, a.usename::text AS username,
                   host(a.client_addr) AS address, a.client_hostname AS host, a.backend_type IS NULL AS hidden,
                   to_char(coalesce(a.xact_start, a.query_start, a.backend_start), 'YYYY-MM-DD HH24:MI:SS') AS since,
                   coalesce(CASE WHEN a.state = 'active' THEN a.query END, w.query) AS query,
                   CASE WHEN a.state = 'active' THEN a.state ELSE w.state END AS state
            FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
            LEFT JOIN LATERAL (
              SELECT state, query FROM pg_stat_activity
              WHERE pid NOT IN (a.pid, pg_backend_pid()) AND datid = a.datid AND usesysid = a.usesysid
                AND application_name = a.application_name AND client_addr IS NOT DISTINCT FROM a.client_addr
                AND backend_start BETWEEN a.backend_start AND a.backend_start + interval '10 seconds'
                AND state <> 'idle' AND query NOT LIKE '%pg_try_advisory_lock%' AND query NOT LIKE '%pg_locks%'
              ORDER BY backend_start LIMIT 1) w ON true
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32 | l.objid::bigint) = ?
            """;

    private static final String HELD = """
            EXISTS (SELECT FROM pg_locks
                    WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = pg_backend_pid()
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                      AND (classid::bigint << 32 | objid::bigint) = ?)
            """;

    private final String name;
    private final long key;

    private AdvisoryLock(String name, long key) {
        this.name = name;
        this.key = key;
    }

    /** The key is the beginning of the name's SHA-256: the same in every version and on every machine. */
    static AdvisoryLock named(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return new AdvisoryLock(name, ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    boolean tryTake(Connection connection) throws SQLException {
        return truth(connection, "SELECT pg_try_advisory_lock(?) AS answer");
    }

    void release(Connection connection) throws SQLException {
        if (!truth(connection, "SELECT pg_advisory_unlock(?) AS answer")) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    Problem.of("The lock \"" + name + "\" was not held any more when it was to be released.")
                            .withHint("If a pooler in transaction mode is in front of the server, connect to the server"
                                    + " itself."));
        }
    }

    /** As {@link #release}, from a connection that may not be the one that took it. */
    boolean releaseIfHeld(Connection connection) throws SQLException {
        String sql = "SELECT CASE WHEN " + HELD + " THEN pg_advisory_unlock(?) END AS answer";
        // Written out and not bound: asked often, the driver would prepare it on one backend and look for it on
        // another.
        String written = sql.replace("?", key + "::bigint");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(written)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    boolean isHeldBy(Connection connection) throws SQLException {
        return truth(connection, "SELECT " + HELD + " AS answer");
    }

    Optional<String> holder(Connection connection) throws SQLException {
        List<Row> rows = Rows.of(connection, HOLDER, key);
        return rows.isEmpty() ? Optional.empty() : Optional.of(SessionStatements.of(rows.get(0)));
    }

    private boolean truth(Connection connection, String sql) throws SQLException {
        return Boolean.TRUE.equals(Rows.of(connection, sql, key).get(0).bool("answer"));
    }
}
