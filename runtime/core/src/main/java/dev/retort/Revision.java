package dev.retort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision, as far as the graph needs to know it.
 *
 * @param id its revision id
 * @param downRevisions ids of the revisions it follows; none for a base, several for a merge
 * @param branchLabels labels it gives its branch
 * @param dependsOn ids or labels of revisions that must be applied before it
 * @param message one line on what it does
 * @param file the script, as the user would name it
 */
public record Revision(
        String id,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String message,
        String file) {

    public Revision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }
}
