package dev.retort.internal.run.statement;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a run grants those who use the database meanwhile. A statement that waits for a lock keeps all who come after it
 * waiting as well, so that it gives up soon, lets them pass, and is tried again.
 *
 * @param ddlLockTimeout how long a statement in a transaction may wait for a lock; zero leaves it to the database
 * @param ddlLockTries how often a revision is tried before it has failed
 * @param statementTimeout how long a statement in a transaction may take; zero leaves it to the database
 */
public record LockPolicy(Duration ddlLockTimeout, int ddlLockTries, Duration statementTimeout) {

    public static final String INTERRUPTED = "Interrupted while waiting for others.";

    public static final LockPolicy DEFAULT = new LockPolicy(Duration.ofSeconds(2), 10, Duration.ZERO);

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /** The same, except for what a revision says of itself. */
    public LockPolicy with(@Nullable Duration lock, @Nullable Duration statement) {
        return new LockPolicy(
                lock == null ? ddlLockTimeout : lock, ddlLockTries, statement == null ? statementTimeout : statement);
    }

    /**
     * How long to let the others pass: twice as long after each try, and never the same for two runs that meet.
     *
     * @param failed how many tries have failed
     */
    public static Duration pause(int failed, RandomGenerator random) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failed - 1, 10));
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }

    /** How long somebody waited, as it is written in the configuration: in whole seconds if there are any. */
    public static String shown(Duration patience) {
        return patience.toSeconds() > 0 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
    }
}
