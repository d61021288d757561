package dev.retort;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One change of the version table, which holds a row for each applied head.
 *
 * @param from the row as it is; null where a row is inserted
 * @param to the row as it will be; null where a row is deleted
 */
public record RowChange(@Nullable String from, @Nullable String to) {

    /**
     * The fewest statements that lead from one set of rows to another: deletes, then one update, then inserts. A row
     * that gives way to another is updated, as a merge and its reversal do.
     */
    public static List<RowChange> between(SortedSet<String> before, SortedSet<String> after) {
        TreeSet<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        TreeSet<String> come = new TreeSet<>(after);
        come.removeAll(before);
        List<RowChange> changes = new ArrayList<>();
        String updatedFrom = come.isEmpty() ? null : gone.pollLast();
        gone.forEach(row -> changes.add(new RowChange(row, null)));
        if (updatedFrom != null) {
            changes.add(new RowChange(updatedFrom, come.pollLast()));
        }
        come.forEach(row -> changes.add(new RowChange(null, row)));
        return List.copyOf(changes);
    }
}
