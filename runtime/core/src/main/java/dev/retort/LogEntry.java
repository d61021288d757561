package dev.retort;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the history as it is read back.
 *
 * @param id what the history is in the order of: a clock may go backwards, the ids do not
 * @param direction {@code upgrade}, {@code downgrade}, {@code stamp}, {@code unstamp} or {@code repair}
 * @param outcome {@code done}, {@code failed}, or {@code resolved} where a person has said what became of it
 * @param error what went wrong; null when nothing did
 * @param notices what the database said beside the results, a line each; null where that was nothing
 * @param algorithm how both checksums were computed; null where no script was run
 * @param checksum of the script's text
 * @param meaningChecksum of the script without comments and spacing
 * @param keepsScript whether the row holds the script's text
 */
public record LogEntry(
        long id,
        String revision,
        String direction,
        @Nullable String message,
        Instant startedAt,
        Duration duration,
        String outcome,
        @Nullable String error,
        @Nullable String notices,
        long statements,
        Runner runner,
        @Nullable String algorithm,
        @Nullable String checksum,
        @Nullable String meaningChecksum,
        boolean keepsScript) {}
