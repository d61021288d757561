package dev.retort;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;

/**
 * What a run did.
 *
 * @param from the version rows before
 * @param steps what was run, in order; empty when there was nothing to do
 * @param rows the version rows after
 */
public record RunResult(SortedSet<String> from, List<Step> steps, SortedSet<String> rows) {

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
