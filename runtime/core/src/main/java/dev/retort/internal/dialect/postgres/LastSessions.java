package dev.retort.internal.dialect.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The sessions of a database that is about to be dropped. A server that finds one waits 100 ms before it looks again, also where
 * its program has closed it a moment ago and it ends within one.
 */
final class LastSessions {

    private static final Duration CLOSED = Duration.ofMillis(20);
    private static final Duration TERMINATED = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private static final String LEFT = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = ?) AS some";

    /** Those of others are left to the statement that drops the database, which reports whom it may not end. */
    private static final String TERMINATE = """
            SELECT pg_terminate_backend(pid) AS terminated FROM pg_stat_activity
            WHERE datname = ? AND usename = current_user""";

    private final Connection connection;
    private final String database;

    LastSessions(Connection connection, String database) {
        this.connection = connection;
        this.database = database;
    }

    /** Waits for those that end, and ends the others. Who is there all the same is found by the server. */
    void end() throws SQLException {
        if (!areGoneWithin(CLOSED)) {
            Rows.of(connection, TERMINATE, database);
            areGoneWithin(TERMINATED);
        }
    }

    private boolean areGoneWithin(Duration time) throws SQLException {
        long end = System.nanoTime() + time.toNanos();
        while (Rows.truth(Rows.of(connection, LEFT, database).get(0), "some")) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
