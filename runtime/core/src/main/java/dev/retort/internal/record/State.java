package dev.retort.internal.record;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a database says of itself; good as long as the connection it was read from is.
 *
 * @param rows of the version table
 * @param recorded by the history
 * @param scripts that the history keeps
 * @param interrupted how far those revisions came that are neither applied nor reverted, by their ids
 */
public record State(
        SortedSet<String> rows, Recorded recorded, StoredScripts scripts, SortedMap<String, Progress> interrupted) {

    /** Rows that were named, not read. */
    public static State of(SortedSet<String> rows) {
        return new State(rows, Recorded.NOTHING, StoredScripts.NONE, new TreeMap<>());
    }

    /** The same, the rows being others by now. */
    public State at(SortedSet<String> moved) {
        return new State(moved, recorded, scripts, interrupted);
    }

    public State with(Recorded history) {
        return new State(rows, history, scripts, interrupted);
    }
}
