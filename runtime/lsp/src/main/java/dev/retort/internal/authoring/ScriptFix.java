package dev.retort.internal.authoring;

import java.nio.file.Path;
import java.util.List;

/**
 * What lint would rather read in a script, as a change of it.
 *
 * @param title what it does, in a few words
 * @param replaced the lines that change
 * @param text what they become
 * @param more files that are created with it
 */
public record ScriptFix(String title, Span replaced, String text, List<NewFile> more) {

    public ScriptFix {
        more = List.copyOf(more);
    }

    /** A revision that does the rest. */
    public record NewFile(Path path, String text) {}

    /** @param more files that are created with it */
    static ScriptFix between(String rule, String before, String after, List<NewFile> more) {
        int start = 0;
        while (start < before.length() && start < after.length() && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        start = before.lastIndexOf('\n', start - 1) + 1;
        int same = 0;
        while (same < before.length() - start
                && same < after.length() - start
                && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        // Whole lines, so that neither a line end nor a character of two parts is cut.
        int end = before.indexOf('\n', before.length() - same);
        int kept = end < 0 ? 0 : before.length() - end;
        return new ScriptFix(
                "Fix " + rule + (more.isEmpty() ? "" : ", with a revision after this one"),
                new Span(start, before.length() - kept),
                after.substring(start, after.length() - kept),
                more);
    }
}
