package dev.retort.internal.lint.fix;

import java.util.Comparator;
import java.util.List;

/**
 * One change of a text.
 *
 * @param start offset of what is replaced
 * @param end offset after it
 */
public record TextEdit(int start, int end, String text) {

    /** The text with all of them, and not a character changed besides. */
    public static String applied(String text, List<TextEdit> edits) {
        StringBuilder changed = new StringBuilder(text);
        edits.stream()
                .sorted(Comparator.comparing(TextEdit::start).reversed())
                .forEach(edit -> changed.replace(edit.start, edit.end, edit.text));
        return changed.toString();
    }

    boolean touches(TextEdit other) {
        return start < other.end && other.start < end;
    }
}
