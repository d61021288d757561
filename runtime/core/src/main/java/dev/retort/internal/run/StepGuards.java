package dev.retort.internal.run;

import dev.retort.Plan;
import dev.retort.Step;
import dev.retort.internal.dialect.GuardSql;
import dev.retort.internal.dialect.StepGuard;
import dev.retort.internal.graph.StepStart;
import dev.retort.internal.record.VersionTable;
import java.util.Collection;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a script of SQL asks the version rows before each of its steps: nobody knows where and how often it is run. */
public final class StepGuards {

    private final RunContext context;
    private final String table;

    public StepGuards(RunContext context) {
        this.context = context;
        this.table =
                context.dialect().spelling().quote(context.tables().versions().name());
    }

    /** @param before the version rows that the script was written for */
    public GuardSql of(SortedSet<String> before, Step step) {
        StepStart start = context.graph().start(before, step);
        String present = start.present().isEmpty() ? "" : present(start.present());
        String absent = start.absent().isEmpty() ? "" : count(start.absent()) + " = 0";
        String both = present.isEmpty() || absent.isEmpty() ? present + absent : present + " AND " + absent;
        String condition = "(SELECT " + both + " FROM " + table + ")";
        // Below applied revisions no row moves, so that only the history knows.
        if (before.equals(step.rows())) {
            condition = "(" + condition + " AND NOT " + everDone(step) + ")";
        }
        return guard("the " + step.direction().word() + " of " + step.revision().id(), start.present(), condition);
    }

    /** A stamp is about all rows there are. */
    public GuardSql ofStamp(Plan plan) {
        String all = "count(*) = " + plan.from().size();
        return guard(
                "the stamp of " + named(plan.rows()),
                plan.from(),
                "(SELECT " + present(plan.from()) + " AND " + all + " FROM " + table + ")");
    }

    private GuardSql guard(String work, Collection<String> from, String condition) {
        String sentence = "Nothing of " + work + " is kept: it starts from " + named(from) + ", and "
                + context.tables().versions().name() + " has other rows. See them with: retort current";
        return context.dialect()
                .scripts()
                .guard(new StepGuard(context.tables().versions().name(), VersionTable.COLUMN, condition, sentence));
    }

    private String everDone(Step step) {
        return "EXISTS (SELECT 1 FROM "
                + context.dialect().spelling().quote(context.tables().history().name()) + " WHERE revision = "
                + context.dialect().spelling().literal(step.revision().id()) + " AND direction = "
                + context.dialect().spelling().literal(step.direction().word()) + " AND outcome = 'done')";
    }

    private String present(Collection<String> rows) {
        return count(rows) + " = " + rows.size();
    }

    private String count(Collection<String> rows) {
        return rows.isEmpty()
                ? "0"
                : "count(CASE WHEN " + VersionTable.COLUMN + " IN ("
                        + rows.stream()
                                .map(context.dialect().spelling()::literal)
                                .collect(Collectors.joining(", "))
                        + ") THEN 1 END)";
    }

    private static String named(Collection<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }
}
