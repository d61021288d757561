package dev.retort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be written.
 *
 * @param message null or blank means none was given; several lines become one
 * @param revisionId null means a new random one
 * @param heads what it follows, as targets ({@code head}, {@code base}, an id, a label); two or more make a merge
 * @param splice a parent need not be a head
 * @param branchLabels its own new labels
 * @param dependsOn ids or labels
 * @param versionPath the folder to write to; null lets Retort choose
 */
public record RevisionRequest(
        @Nullable String message,
        @Nullable String revisionId,
        List<String> heads,
        boolean splice,
        List<String> branchLabels,
        List<String> dependsOn,
        @Nullable String versionPath) {

    /** A script's message is one line that says something. */
    public RevisionRequest {
        message = message == null || message.isBlank() ? null : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** With this id. */
    public RevisionRequest withId(String newId) {
        return new RevisionRequest(message, newId, heads, splice, branchLabels, dependsOn, versionPath);
    }
}
