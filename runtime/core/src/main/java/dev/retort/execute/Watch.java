package dev.retort.execute;

import dev.retort.dialect.Blockers;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, from the connection that holds the lock, who keeps the run's own connection waiting: afterwards nobody can
 * tell. A statement that is done soon costs nothing.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.lock");
    private static final long SHORTEST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 500;
    private static final long END_MILLIS = 1000;

    private final Blockers blockers;
    private final Cancellation cancellation;
    private final long pause;
    private final Thread thread;
    private volatile boolean ended;
    private volatile List<String> seen = List.of();

    private Watch(Blockers blockers, Cancellation cancellation, Duration lockTimeout) {
        this.blockers = blockers;
        this.cancellation = cancellation;
        long third = lockTimeout.isZero() ? LONGEST_MILLIS : lockTimeout.toMillis() / 3;
        this.pause = Math.min(LONGEST_MILLIS, Math.max(SHORTEST_MILLIS, third));
        this.thread = new Thread(this::look, "retort-watch");
        thread.setDaemon(true);
    }

    /** @param lockTimeout how soon a statement stops to wait */
    public static Watch start(Blockers blockers, Cancellation cancellation, Duration lockTimeout) {
        Watch watch = new Watch(blockers, cancellation, lockTimeout);
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
        while (!ended) {
            try {
                Thread.sleep(pause);
                Set<Statement> now = cancellation.working();
                if (!now.isEmpty() && now.equals(before)) {
                    List<String> found = blockers.now();
                    seen = found.isEmpty() ? seen : found;
                }
                before = now;
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.debug("Nobody can look who is in the way", e);
                return;
            }
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
