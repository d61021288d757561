package dev.retort.internal.run.rehearse;

import dev.retort.Location;
import dev.retort.internal.dialect.Effects;
import java.time.Duration;

/**
 * One statement of a rehearsal, or what one place of a script asked for several times.
 *
 * @param where the line of the script that asked for it
 * @param reason why it was not run; empty where it was
 * @param times how often it was run, or was to be
 * @param duration of all times
 * @param rows that it changed, or read
 */
public record Rehearsed(
        String sql, Location where, String reason, long times, Duration duration, long rows, Effects effects) {

    static Rehearsed not(String sql, Location where, String reason) {
        return new Rehearsed(sql, where, reason, 1, Duration.ZERO, 0, Effects.NONE);
    }

    Rehearsed and(Rehearsed next) {
        return new Rehearsed(
                sql, where, reason, times + next.times, duration.plus(next.duration), rows + next.rows, effects);
    }

    boolean wasRun() {
        return reason.isEmpty();
    }
}
