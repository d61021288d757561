package dev.retort.internal.cli.render;

import dev.retort.Direction;
import dev.retort.Revision;
import dev.retort.RunResult;
import dev.retort.Step;
import java.util.SortedSet;

/** What a run did or would do, as lines of text. */
public final class RunText {

    private RunText() {}

    /** {@code Upgrade a -> b, message}, the arrow pointing the way the step goes. */
    public static String step(Step step) {
        Revision revision = step.revision();
        String parents = RevisionText.parents(revision.downRevisions());
        String message = RevisionText.tail(revision.message());
        return step.direction() == Direction.UP
                ? "Upgrade " + parents + " -> " + revision.id() + message
                : "Downgrade " + revision.id() + " -> " + parents + message;
    }

    /** Where that leads. */
    public static String rows(SortedSet<String> rows) {
        return "The database would be at " + place(rows) + ".";
    }

    /** {@code Stamped a -> b}: the version rows before and after; or what was only missing from the history. */
    public static String stamped(RunResult result) {
        if (result.rows().equals(result.from())) {
            return "Stamped " + RevisionText.joined(result.stamped()) + "; the database is at " + place(result.rows())
                    + " as before.";
        }
        return "Stamped " + RevisionText.parents(result.from()) + " -> " + RevisionText.parents(result.rows());
    }

    /** Where the database is once somebody has said so. */
    public static String resolved(RunResult result) {
        return "Resolved: the database is at " + place(result.rows()) + ".";
    }

    /** What a backup replaced. */
    public static String restored(RunResult result, String database, String file) {
        return "Restored " + database + " from " + file + ": it was at " + place(result.from()) + ", and is at "
                + place(result.rows()) + ".";
    }

    /** For when there was nothing to do. */
    public static String nothingToDo(SortedSet<String> rows) {
        return "Nothing to do: the database is at " + place(rows) + ".";
    }

    static String place(SortedSet<String> rows) {
        return rows.isEmpty() ? "base" : RevisionText.joined(rows);
    }
}
