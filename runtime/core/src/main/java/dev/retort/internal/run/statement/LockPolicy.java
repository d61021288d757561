package dev.retort.internal.run.statement;

import dev.retort.internal.header.StatementLimits;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a run grants those who use the database at the same time. A statement that waits for a lock keeps all who come after it
 * waiting as well, so that it gives up soon, lets them pass, and is tried again.
 *
 * @param limits of each statement in a transaction
 * @param tries how often a revision is tried before it has failed
 */
public record LockPolicy(StatementLimits limits, int tries) {

    public static final String INTERRUPTED = "Interrupted while waiting for others.";

    public static final LockPolicy DEFAULT =
            new LockPolicy(new StatementLimits(Duration.ofSeconds(2), Duration.ZERO), 10);

    /** Leaves all to the database. */
    static final LockPolicy UNLIMITED = new LockPolicy(new StatementLimits(null, null), 1);

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /** The same, except for what a revision says of itself. */
    public LockPolicy with(StatementLimits own) {
        return new LockPolicy(own.orElse(limits), tries);
    }

    /** How long a statement may wait for a lock; zero leaves it to the database. */
    public Duration lockWait() {
        return orZero(limits.lock());
    }

    /** How long a statement may take; zero leaves it to the database. */
    public Duration statementTime() {
        return orZero(limits.statement());
    }

    private static Duration orZero(@Nullable Duration limit) {
        return limit == null ? Duration.ZERO : limit;
    }

    /** Whether it can be kept to: no time is negative, and a revision is tried at least once. */
    public boolean isPossible() {
        return tries > 0 && !lockWait().isNegative() && !statementTime().isNegative();
    }

    /** Whether a revision is tried again that others kept from its locks. */
    public boolean allowsAfter(int tried) {
        return tried < tries;
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
