package dev.retort.internal.lint.fix;

import dev.retort.LintFinding;
import dev.retort.internal.operation.Operation;
import java.util.List;

/**
 * What is written instead of what was found.
 *
 * @param edits of the script
 * @param later what a revision after it does
 * @param laterDown how that is taken back; where it is empty, nothing has to be
 * @param message of that revision
 */
public record Fix(
        LintFinding finding, List<TextEdit> edits, List<Operation> later, List<Operation> laterDown, String message) {

    public Fix {
        edits = List.copyOf(edits);
        later = List.copyOf(later);
        laterDown = List.copyOf(laterDown);
    }

    static Fix of(LintFinding finding, TextEdit edit) {
        return new Fix(finding, List.of(edit), List.of(), List.of(), "");
    }

    /** Whether both change the same place. */
    public boolean touches(Fix other) {
        return edits.stream().anyMatch(edit -> other.edits.stream().anyMatch(edit::touches));
    }
}
