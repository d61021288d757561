package dev.retort;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@link Retort#lintFixes} would write, and has not written yet.
 *
 * @param changes of files, none of which belongs to an applied revision
 * @param fixed the findings that are gone with them
 * @param left the findings for which there is a better form that cannot be written here
 * @param databaseAsked whether it is known what is applied; false where no database could be reached
 */
public record LintFixes(List<Change> changes, List<LintFinding> fixed, List<Left> left, boolean databaseAsked) {

    public LintFixes {
        changes = List.copyOf(changes);
        fixed = List.copyOf(fixed);
        left = List.copyOf(left);
    }

    /**
     * Another text for a file, or a new one.
     *
     * @param file as messages name it
     * @param before without a byte order mark; empty for a new file
     * @param after without a byte order mark
     * @param diff of both, as a unified one
     */
    public record Change(Path path, String file, String before, String after, String diff) {

        public boolean isNew() {
            return before.isEmpty();
        }
    }

    /**
     * What has to be written by an author.
     *
     * @param reason a sentence
     */
    public record Left(LintFinding finding, String reason) {}

    /** All changes as a unified diff; empty where there are none. */
    public String diff() {
        return changes.stream().map(Change::diff).collect(Collectors.joining("\n"));
    }
}
