package dev.retort.execute;

import dev.retort.version.Recorded;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * What a database tells of itself; good as long as the connection it was read from is.
 *
 * @param rows of the version table
 * @param recorded by the history
 * @param scripts gives the script an event ran, as it was then
 */
public record State(SortedSet<String> rows, Recorded recorded, Function<Recorded.Event, Optional<String>> scripts) {

    /** Rows that were named, not read. */
    public static State of(SortedSet<String> rows) {
        return new State(rows, Recorded.NOTHING, event -> Optional.empty());
    }
}
