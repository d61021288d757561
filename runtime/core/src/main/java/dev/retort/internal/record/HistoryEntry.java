package dev.retort.internal.record;

import dev.retort.Runner;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a database.
 *
 * @param direction {@code upgrade}, {@code downgrade}, {@code stamp}, {@code unstamp} or {@code repair}
 * @param statements SQL statements it took
 * @param error what went wrong; null when nothing did
 * @param notices what the database said beside the results, a line each; null where that was nothing
 * @param script what was run, or accepted by a repair; null where there is none, as for a stamp
 */
public record HistoryEntry(
        String revision,
        String direction,
        @Nullable String message,
        Instant startedAt,
        Duration duration,
        int statements,
        @Nullable String error,
        @Nullable String notices,
        Runner runner,
        @Nullable ScriptRecord script) {

    /** Of what the database had no notices for. */
    public HistoryEntry(
            String revision,
            String direction,
            @Nullable String message,
            Instant startedAt,
            Duration duration,
            int statements,
            @Nullable String error,
            Runner runner,
            @Nullable ScriptRecord script) {
        this(revision, direction, message, startedAt, duration, statements, error, null, runner, script);
    }

    /** The same with these notices. */
    public HistoryEntry noting(@Nullable String said) {
        return new HistoryEntry(
                revision, direction, message, startedAt, duration, statements, error, said, runner, script);
    }
}
