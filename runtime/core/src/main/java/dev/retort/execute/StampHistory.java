package dev.retort.execute;

import dev.retort.graph.Plan;
import dev.retort.version.HistoryEntry;
import dev.retort.version.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the history says of a stamp: an entry for each revision that it newly calls applied, or no longer applied. */
final class StampHistory {

    private StampHistory() {}

    static List<HistoryEntry> entries(Setup setup, Plan plan, Runner runner) {
        SortedSet<String> changed = new TreeSet<>();
        SortedSet<String> before = known(setup, plan.from());
        SortedSet<String> after = setup.graph().applied(plan.rows());
        after.stream().filter(id -> !before.contains(id)).forEach(changed::add);
        before.stream().filter(id -> !after.contains(id)).forEach(changed::add);
        Instant now = setup.clock().instant();
        return changed.stream()
                .map(id -> new HistoryEntry(
                        id,
                        after.contains(id) ? "stamp" : "unstamp",
                        setup.graph().contains(id) ? setup.graph().revision(id).message() : null,
                        now,
                        Duration.ZERO,
                        0,
                        null,
                        runner,
                        null))
                .toList();
    }

    /** What rows call applied; a row that no script explains stands for itself alone. */
    private static SortedSet<String> known(Setup setup, SortedSet<String> rows) {
        SortedSet<String> explained = new TreeSet<>(rows);
        explained.removeIf(row -> !setup.graph().contains(row));
        SortedSet<String> applied = new TreeSet<>(setup.graph().applied(explained));
        applied.addAll(rows);
        return applied;
    }
}
