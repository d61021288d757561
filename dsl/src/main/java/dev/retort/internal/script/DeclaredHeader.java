package dev.retort.internal.script;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the header statements of a script said when they were run; it must agree with what was read without running
 * them.
 *
 * @param limits of its statements, each by its word and as it is written
 * @param upgradeDescription why, as {@code upgrade('…')} or {@code change('…')} says; null where it says nothing
 * @param downgradeDescription likewise
 */
public record DeclaredHeader(
        @Nullable String revision,
        List<String> downRevisions,
        List<String> branchLabels,
        List<String> dependsOn,
        List<String> squashed,
        @Nullable String message,
        @Nullable String created,
        @Nullable String description,
        Map<String, String> limits,
        @Nullable String upgradeDescription,
        @Nullable String downgradeDescription) {
    public DeclaredHeader {
        downRevisions = List.copyOf(downRevisions);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        squashed = List.copyOf(squashed);
        limits = Map.copyOf(limits);
    }
}
