package dev.retort;

import dev.retort.internal.names.SortedNames;
import java.util.SortedSet;

/**
 * One revision to apply or to revert.
 *
 * @param rows the version rows once the step is done
 */
public record Step(Revision revision, Direction direction, SortedSet<String> rows) {

    public Step {
        rows = SortedNames.copyOf(rows);
    }
}
