package dev.retort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a run did.
 *
 * @param from the version rows before
 * @param steps what was run, in order; empty when there was nothing to do
 * @param rows the version rows after
 * @param stamped the revisions of which a stamp wrote into the history that they are applied, or are not any more; some
 *     may be so for long by the rows, and only the history did not know
 * @param backup what the database was copied into before; empty where that was not asked for, or nothing was done
 */
public record RunResult(
        SortedSet<String> from,
        List<Step> steps,
        SortedSet<String> rows,
        SortedSet<String> stamped,
        Optional<Path> backup) {

    /**
     * @param direction {@code upgrade}, {@code downgrade} or {@code stamp}
     * @param statements SQL statements it took
     * @param rows the version rows after the step
     */
    public record Step(
            String revision,
            List<String> downRevisions,
            String message,
            String direction,
            Duration duration,
            int statements,
            SortedSet<String> rows) {}
}
