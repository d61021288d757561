package dev.retort.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a revision before it is written.
 *
 * @param downRevisions none for a base, two or more for a merge
 * @param message null writes none
 * @param created when, in ISO form; null writes none
 */
public record NewRevision(
        String revision,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String message,
        @Nullable String created) {
    public NewRevision {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }
}
