package dev.retort.internal.run.statement;

import dev.retort.Cancellation;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.SqlCall;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a {@link Cancellation} does to the runs of one {@link dev.retort.Retort}: statements, waiting and computing. */
public final class StopSignal {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private static final long STEP_MILLIS = 100;

    private final Set<Statement> working = ConcurrentHashMap.newKeySet();
    private final Set<Thread> computing = new HashSet<>();
    private final Cancellation cancellation;

    public StopSignal(Cancellation cancellation) {
        this.cancellation = cancellation;
        cancellation.onRequest(this::stop);
    }

    private void stop() {
        working.forEach(StopSignal::cancel);
        synchronized (computing) {
            computing.forEach(Thread::interrupt);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("A statement could not be cancelled", e);
        }
    }

    /** Whether it is time to stop. */
    public boolean isRequested() {
        return cancellation.isRequested();
    }

    /** @throws RetortException when it is time to stop */
    public void check() {
        cancellation.check();
    }

    /**
     * Waits, unless it is time to stop.
     *
     * @param interrupted the sentence for a thread that is interrupted while it waits
     */
    public void sleep(Duration time, String interrupted) {
        long end = System.nanoTime() + time.toNanos();
        check();
        for (long left = time.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            try {
                Thread.sleep(Math.min(left, STEP_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RetortException(Kind.FAILED, interrupted);
            }
            check();
        }
    }

    /** The statements that are at work now. */
    Set<Statement> working() {
        return Set.copyOf(working);
    }

    /**
     * @param state what was done and what was not, as a sentence
     * @throws RetortException when it is time to stop
     */
    public void check(String state) {
        if (isRequested()) {
            throw new RetortException(
                    Kind.FAILED, Problem.of("The run was stopped.").withHint(state));
        }
    }

    /** Does what may compute for long without asking; a request interrupts its thread, and that one alone. */
    public <R extends @Nullable Object> R interruptible(Supplier<R> work) {
        Thread self = Thread.currentThread();
        synchronized (computing) {
            computing.add(self);
        }
        try {
            check();
            return work.get();
        } finally {
            synchronized (computing) {
                computing.remove(self);
                if (isRequested()) {
                    // What undoes the work must not be interrupted as well.
                    Thread.interrupted();
                }
            }
        }
    }

    /** Runs what the statement is about, in a way that a request can reach. */
    <R> R during(Statement statement, SqlCall<R> call) throws SQLException {
        working.add(statement);
        try {
            // Asked after the statement was registered, so that no request falls between the two.
            check();
            return call.run();
        } finally {
            working.remove(statement);
        }
    }
}
