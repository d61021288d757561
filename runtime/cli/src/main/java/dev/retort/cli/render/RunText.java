package dev.retort.cli.render;

import dev.retort.RunResult;
import java.util.Locale;

/** What a run did or would do, as lines of text. */
public final class RunText {

    private RunText() {}

    /** {@code Upgrade a -> b, message}, the arrow pointing the way the step goes. */
    public static String step(RunResult.Step step) {
        String parents = RevisionText.parents(step.downRevisions());
        String way = step.direction().equals("downgrade")
                ? step.revision() + " -> " + parents
                : parents + " -> " + step.revision();
        return capitalized(step.direction()) + " " + way + ", " + step.message();
    }

    /** For when there was nothing to do. */
    public static String nothingToDo(RunResult result) {
        return result.rows().isEmpty()
                ? "Nothing to do: the database is at base."
                : "Nothing to do: the database is at " + RevisionText.joined(result.rows()) + ".";
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
