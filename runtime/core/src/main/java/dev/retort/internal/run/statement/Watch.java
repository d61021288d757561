package dev.retort.internal.run.statement;

import dev.retort.internal.dialect.Blockers;
import dev.retort.internal.error.Causes;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, from the connection that holds the lock, who keeps the run's own connection waiting: afterwards nobody
 * can know. A statement that is done soon costs nothing. And sees that the server is still there while a statement takes
 * its time.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.lock");
    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 500;
    private static final long END_MILLIS = 1000;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(30);

    private final Blockers blockers;
    private final Connection observed;
    private final StopSignal stop;
    private final long silence;
    private final long pause;
    private final Thread thread;
    private long nextReport = System.nanoTime();
    private volatile boolean ended;
    private volatile List<String> seen = List.of();

    /**
     * @param lock how soon a statement stops to wait
     * @param answer how soon the connection that is looked from gives up; zero for never
     */
    public record Times(Duration lock, Duration answer) {}

    private Watch(Blockers blockers, Connection observed, StopSignal stop, Times times) {
        this.blockers = blockers;
        this.observed = observed;
        this.stop = stop;
        this.silence = times.answer().isZero() ? Long.MAX_VALUE : times.answer().toNanos() / 4;
        Duration lock = times.lock();
        long third = lock.isZero() ? LONGEST_MILLIS : lock.toMillis() / 3;
        this.pause = Math.min(LONGEST_MILLIS, Math.max(SHORTEST_MILLIS, third));
        this.thread = new Thread(this::look, "retort-watch");
        thread.setDaemon(true);
    }

    public static Watch start(Blockers blockers, Connection observed, StopSignal stop, Times times) {
        Watch watch = new Watch(blockers, observed, stop, times);
        watch.thread.start();
        return watch;
    }

    /** Who was in the way last; what was seen is forgotten. */
    List<String> seen() {
        List<String> last = seen;
        seen = List.of();
        return last;
    }

    private void look() {
        Set<Statement> before = Set.of();
        long answered = System.nanoTime();
        while (!ended) {
            try {
                Thread.sleep(pause);
                Set<Statement> now = stop.working();
                boolean waits = !now.isEmpty() && now.equals(before);
                if (waits || System.nanoTime() - answered > silence) {
                    List<String> found = blockers.now();
                    answered = System.nanoTime();
                    seen = found.isEmpty() ? seen : found;
                    if (waits && !found.isEmpty()) {
                        reportStandstill();
                    }
                }
                before = now;
            } catch (InterruptedException | OutOfMemoryError e) {
                // A script that takes all memory fails in its own thread, which reports it.
                return;
            } catch (SQLException e) {
                LOG.debug("Nobody can look who is in the way", e);
                if (isSilence(e)) {
                    giveUp();
                }
                return;
            }
        }
    }

    /** Whom a statement waits for that no timeout ends: else it would look as if nothing went on. */
    private void reportStandstill() throws SQLException {
        long now = System.nanoTime();
        if (now - nextReport >= 0) {
            Optional<String> found = blockers.standstill();
            found.ifPresent(sentence -> LOG.info("{}", sentence));
            nextReport = now + (found.isPresent() ? BETWEEN_REPORTS.toNanos() : 0);
        }
    }

    private static boolean isSilence(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(SocketTimeoutException.class::isInstance);
    }

    /** The run's own connection leads to the same server, and would wait for its answer for as long as the network does. */
    private void giveUp() {
        LOG.warn("The server does not answer any more; its connections are given up.");
        try {
            observed.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The connection could not be given up", e);
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
