package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether each connection has a backend of its own, or a pooler gives every transaction the one that happens
 * to be free: then the lock of a session keeps nobody out.
 */
final class PoolerCheck {

    /** A pooler may give the same backend several times in a row. */
    private static final int ROUNDS = 3;

    /** How many backends are asked whether they have the lock that is to be given back. */
    private static final int LARGEST_POOL = 100;

    private static final String BACKEND = "SELECT pg_backend_pid() AS pid";

    private final Connection lock;
    private final Connection work;
    private final AdvisoryLock taken;
    private boolean released;

    PoolerCheck(Connection lock, Connection work, AdvisoryLock taken) {
        this.lock = lock;
        this.work = work;
        this.taken = taken;
    }

    /** @throws RetortException where there is such a pooler; the lock is then given back, as far as it can be found */
    void run() throws SQLException {
        try {
            check();
        } catch (SQLException e) {
            if (Failures.isOfPooler(e)) {
                throw refused();
            }
            throw e;
        }
    }

    private void check() throws SQLException {
        Long holder = backend(lock);
        if (!isHeld(holder) || (lock != work && meets(holder))) {
            throw refused();
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (!isHeld(holder)) {
                throw refused();
            }
        }
    }

    /**
     * While a transaction is open on the one connection, a pooler has to take another backend for the other one; and the
     * one it likes best, the last that was used, is the one with the lock.
     */
    private boolean meets(@Nullable Long holder) throws SQLException {
        work.setAutoCommit(false);
        try {
            if (Objects.equals(backend(work), holder)) {
                released = taken.releaseIfHeld(work);
                return true;
            }
            return !isHeld(holder);
        } finally {
            work.rollback();
            work.setAutoCommit(true);
        }
    }

    private boolean isHeld(@Nullable Long holder) throws SQLException {
        return Objects.equals(backend(lock), holder) && taken.isHeldBy(lock);
    }

    private static @Nullable Long backend(Connection connection) throws SQLException {
        Row row = Rows.of(connection, BACKEND).get(0);
        return row.integer("pid");
    }

    private RetortException refused() throws SQLException {
        // The backend outlives the run, and its lock would keep out the next one.
        for (int round = 0; !released && round < LARGEST_POOL; round++) {
            released = taken.releaseIfHeld(lock);
        }
        return new RetortException(
                RetortException.Kind.USAGE,
                Problem.of("A pooler is in front of the server that gives each transaction another session, so that no"
                                + " lock would keep other runs out. Nothing was changed.")
                        .withHint("Use the address of the server itself, or of a pool in session mode (PgBouncer:"
                                + " pool_mode = session)."));
    }
}
