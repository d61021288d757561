package dev.retort.internal.lock;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Locks;
import dev.retort.internal.run.statement.LockPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps all other runners away from a database's migrations until closed, or until its connection dies. It polls: a
 * blocking wait inside the database would itself block the holder's {@code CREATE INDEX CONCURRENTLY}.
 */
public final class RunLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.lock");
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

    private final Locks locks;
    private final Connection connection;
    private final String name;

    private RunLock(Locks locks, Connection connection, String name) {
        this.locks = locks;
        this.connection = connection;
        this.name = name;
    }

    /**
     * Waits for the lock, reporting now and then who has it.
     *
     * @param connection in autocommit mode, and used for nothing that leaves a transaction open while others wait
     * @param check throws when the waiting is to end before
     * @throws RetortException of the kind LOCK_TIMEOUT, naming the holder, when it was not to be had in time
     */
    public static RunLock acquire(Locks locks, Connection connection, String name, Duration timeout, Runnable check)
            throws SQLException {
        long start = System.nanoTime();
        long nextReport = start;
        while (!locks.tryLock(connection, name)) {
            long now = System.nanoTime();
            if (now - start >= timeout.toNanos()) {
                throw timedOut(locks.lockHolder(connection, name), timeout);
            }
            if (now - nextReport >= 0) {
                LOG.info(
                        "Waiting for another run to finish: {}",
                        locks.lockHolder(connection, name).orElse("its holder has just gone"));
                nextReport = now + BETWEEN_REPORTS.toNanos();
            }
            pause();
            check.run();
        }
        return new RunLock(locks, connection, name);
    }

    public String name() {
        return name;
    }

    private static RetortException timedOut(Optional<String> holder, Duration timeout) {
        String held = timeout.isZero() ? "Another run holds the lock" : "Another run held the lock for longer than ";
        String sentence = held + (timeout.isZero() ? "" : LockPolicy.shown(timeout))
                + holder.map(text -> ": " + text).orElse("") + ".";
        return new RetortException(
                Kind.LOCK_TIMEOUT,
                List.of(Problem.of(sentence)
                        .withHint("Nothing was run. Try again when it is done, or wait longer with --lock-timeout.")));
    }

    /**
     * @throws RetortException where the session that held it has ended, so that another run may have begun
     */
    public void check() {
        try {
            if (!connection.isClosed() && locks.holdsLock(connection, name)) {
                return;
            }
            throw lost(null);
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    private static RetortException lost(@Nullable SQLException failure) {
        return new RetortException(
                Kind.UNREACHABLE,
                List.of(Problem.of(
                                "The database session that held the lock has ended, so that another run may have begun.")
                        .withHint("Nothing more was run. Run the same command again; if it happens again, something"
                                + " ends sessions that only wait.")),
                failure);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetortException(Kind.FAILED, "Interrupted while waiting for another run to finish.");
        }
    }

    /** Lets the next runner in. A connection that is already dead has let go by itself. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                locks.unlock(connection, name);
            }
        } catch (SQLException e) {
            LOG.debug("The lock went with its connection", e);
        }
    }
}
