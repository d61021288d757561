package dev.retort;

import dev.retort.internal.names.SortedNames;
import java.util.List;
import java.util.SortedSet;

/**
 * The way from one set of version rows to another.
 *
 * @param from the version rows it starts from
 * @param steps the revisions to apply or revert, in order; none for a stamp
 * @param rows the version rows it ends with
 */
public record Plan(SortedSet<String> from, List<Step> steps, SortedSet<String> rows) {

    public Plan {
        from = SortedNames.copyOf(from);
        steps = List.copyOf(steps);
        rows = SortedNames.copyOf(rows);
    }

    /** What the step at this position does to the version table. */
    public List<RowChange> changes(int step) {
        SortedSet<String> before = step == 0 ? from : steps.get(step - 1).rows();
        return RowChange.between(before, steps.get(step).rows());
    }

    /** What the whole plan does to the version table; all there is to a stamp. */
    public List<RowChange> changes() {
        return RowChange.between(from, rows);
    }
}
