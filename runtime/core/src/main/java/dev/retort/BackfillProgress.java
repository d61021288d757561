package dev.retort;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a backfill is.
 *
 * @param table whose rows are set
 * @param rows how many were set, those of an interrupted run included
 * @param rowsBefore how many of them by runs that were interrupted
 * @param estimate about how many there are to set in all
 * @param elapsed since this run began with it
 * @param finished whether nothing is left
 */
public record BackfillProgress(
        String table, long rows, long rowsBefore, long estimate, Duration elapsed, boolean finished) {

    private static final double MILLIS = 1000;

    public double rowsPerSecond() {
        return elapsed.isZero() ? 0 : (rows - rowsBefore) / (elapsed.toNanos() / 1e9);
    }

    /** About how many rows there are to set in all; empty where there turned out to be more than was thought. */
    public OptionalLong total() {
        return estimate < rows ? OptionalLong.empty() : OptionalLong.of(estimate);
    }

    /** How long it takes from here, as it went so far; empty where that cannot be estimated. */
    public Optional<Duration> left() {
        double rate = rowsPerSecond();
        return rate <= 0 || estimate < rows
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (MILLIS * (estimate - rows) / rate)));
    }
}
