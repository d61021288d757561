package dev.retort.internal.run;

import dev.retort.Plan;
import dev.retort.Runner;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.record.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the history says of a stamp: an entry for each revision that it newly calls applied, or no longer applied. Where
 * the history can be asked, what it did not know before is new as well: who stamps a database vouches for all of it.
 */
public final class StampHistory {

    private final RunContext context;
    private final SortedSet<String> before;
    private final SortedSet<String> after;

    private StampHistory(RunContext context, SortedSet<String> before, SortedSet<String> after) {
        this.context = context;
        this.before = before;
        this.after = after;
    }

    public static StampHistory of(RunContext context, Plan plan) {
        return new StampHistory(
                context, known(context, plan.from()), context.graph().applied(plan.rows()));
    }

    /** @param purge takes back what was recorded and no script explains any more */
    public static StampHistory of(RunContext context, Plan plan, Recorded recorded, boolean purge) {
        SortedSet<String> after = context.graph().applied(plan.rows());
        SortedSet<String> applied = recorded.applied();
        SortedSet<String> before = known(context, plan.from());
        before.removeIf(id -> after.contains(id) && !applied.contains(id));
        if (purge) {
            applied.stream().filter(id -> !context.graph().contains(id)).forEach(before::add);
        }
        return new StampHistory(context, before, after);
    }

    public List<HistoryEntry> entries(Runner runner) {
        SortedSet<String> changed = new TreeSet<>();
        after.stream().filter(id -> !before.contains(id)).forEach(changed::add);
        before.stream().filter(id -> !after.contains(id)).forEach(changed::add);
        Instant now = context.clock().instant();
        return changed.stream()
                .map(id -> new HistoryEntry(
                        id,
                        after.contains(id) ? "stamp" : "unstamp",
                        context.graph().contains(id)
                                ? context.graph().revision(id).message()
                                : null,
                        now,
                        Duration.ZERO,
                        0,
                        null,
                        runner,
                        null))
                .toList();
    }

    /** What rows call applied; a row that no script explains stands for itself alone. */
    private static SortedSet<String> known(RunContext context, SortedSet<String> rows) {
        SortedSet<String> explained = new TreeSet<>(rows);
        explained.removeIf(row -> !context.graph().contains(row));
        SortedSet<String> applied = new TreeSet<>(context.graph().applied(explained));
        applied.addAll(rows);
        return applied;
    }
}
