package dev.retort.version;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done to a database.
 *
 * @param direction {@code upgrade}, {@code downgrade}, {@code stamp}, {@code unstamp} or {@code repair}
 * @param statements SQL statements it took
 * @param error what went wrong; null when nothing did
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
        Runner runner,
        @Nullable ScriptRecord script) {}
