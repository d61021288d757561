package dev.retort.benchmark.peers;

import java.util.Locale;
import java.util.Optional;

/**
 * What all programs do in turns.
 *
 * @param size revisions in the chain
 */
record Work(String title, Task task, int size, Start start) {

    static Work noOp(int size) {
        return new Work("No-op, " + counted(size) + " applied", Task.UPGRADE, size, Start.APPLIED);
    }

    static Work current(int size) {
        return new Work("`current`, " + counted(size) + " applied", Task.CURRENT, size, Start.APPLIED);
    }

    static Work fresh(int size) {
        return new Work("Fresh, " + counted(size), Task.UPGRADE, size, Start.EMPTY);
    }

    static Work downgrade(int size) {
        return new Work("Downgrade of " + counted(size), Task.DOWNGRADE, size, Start.APPLIED_AGAIN);
    }

    static Work script(int size) {
        return new Work("`--sql` of " + counted(size), Task.SCRIPT, size, Start.EMPTY);
    }

    /** What the database must hold afterwards; empty where no database is asked for. */
    Optional<Contents> result() {
        return switch (task) {
            case UPGRADE, CURRENT -> Optional.of(Step.contentsOf(size));
            case DOWNGRADE -> Optional.of(Contents.NOTHING);
            case SCRIPT -> Optional.empty();
        };
    }

    boolean needsChainApplied() {
        return start != Start.EMPTY;
    }

    private static String counted(int size) {
        return String.format(Locale.ROOT, "%,d", size);
    }
}
