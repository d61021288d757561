package dev.retort;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A revision as commands show it.
 *
 * @param squashed old revisions that it stands for, in their order
 * @param labels of the branches it is on, its own among them
 * @param children revisions that follow it
 * @param neededBy revisions that depend on it
 * @param message empty when the header has none
 * @param file as the user would name it
 * @param created as the header says; null when it does not
 * @param description what the header says at more length; null when nothing
 * @param upgradeDescription what the author says about the way up; null when nothing
 * @param downgradeDescription likewise for the downgrade
 * @param irreversible why there is no downgrade; null when there is one
 * @param head no revision follows it
 * @param effectiveHead a head that another revision depends on
 * @param current the database is there; false where no database was asked
 */
public record RevisionView(
        String id,
        List<String> downRevisions,
        List<String> dependsOn,
        List<String> squashed,
        SortedSet<String> labels,
        SortedSet<String> children,
        SortedSet<String> neededBy,
        String message,
        String file,
        @Nullable String created,
        @Nullable String description,
        @Nullable String upgradeDescription,
        @Nullable String downgradeDescription,
        @Nullable String irreversible,
        boolean head,
        boolean effectiveHead,
        boolean branchPoint,
        boolean mergePoint,
        boolean current) {}
