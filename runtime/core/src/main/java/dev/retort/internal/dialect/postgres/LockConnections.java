package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The connections whose sessions hold the locks of scratch databases, one for each that is in use. A server takes as long for a
 * session as for a copy of files, so that one whose database was dropped is used for the next. Safe for any number of threads.
 */
final class LockConnections implements AutoCloseable {

    private static final int ANSWER_SECONDS = 5;

    private final DatabaseUrl beside;
    private final Deque<Connection> free = new ArrayDeque<>();
    private boolean closed;

    LockConnections(DatabaseUrl beside) {
        this.beside = beside;
    }

    /** Such as are not used again. */
    static LockConnections once(DatabaseUrl beside) throws SQLException {
        LockConnections locks = new LockConnections(beside);
        locks.close();
        return locks;
    }

    DatabaseUrl beside() {
        return beside;
    }

    /** One that is given back by whoever takes it. */
    Connection take() throws SQLException {
        for (Connection one = first(); one != null; one = first()) {
            // The server may have ended it in the meantime.
            if (one.isValid(ANSWER_SECONDS)) {
                return one;
            }
            one.close();
        }
        return new ServerDatabase(beside).usual();
    }

    private synchronized @Nullable Connection first() {
        return free.poll();
    }

    /** Whatever it has locked is free afterwards. */
    void giveBack(Connection one) throws SQLException {
        if (!isKept(one)) {
            one.close();
        }
    }

    private boolean isKept(Connection one) {
        synchronized (this) {
            if (closed) {
                return false;
            }
        }
        try {
            Rows.of(one, "SELECT pg_advisory_unlock_all()::text AS unlocked");
        } catch (SQLException e) {
            return false;
        }
        synchronized (this) {
            return !closed && free.add(one);
        }
    }

    /** Those that are in use are closed when they are given back. */
    @Override
    public void close() throws SQLException {
        synchronized (this) {
            closed = true;
        }
        for (Connection one = first(); one != null; one = first()) {
            one.close();
        }
    }
}
