package dev.retort;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a database is.
 *
 * @param rows of the version table; none where there is no such table
 * @param current the revisions of the rows, and the heads that only dependencies hide
 * @param interrupted the revisions that are neither applied nor reverted, because a run was interrupted
 */
public record DatabasePosition(SortedSet<String> rows, List<RevisionView> current, List<Interrupted> interrupted) {

    public DatabasePosition {
        rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
        current = List.copyOf(current);
        interrupted = List.copyOf(interrupted);
    }
}
