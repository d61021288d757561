package dev.retort.internal.record;

import java.util.Optional;

/** The scripts that a database's history keeps. */
public interface StoredScripts {

    /** Where there is no history. */
    StoredScripts NONE = new StoredScripts() {
        @Override
        public Optional<StoredScript> lastRun(String revision) {
            return Optional.empty();
        }

        @Override
        public Optional<StoredScript> accepted(String revision) {
            return Optional.empty();
        }
    };

    /** What the last upgrade of a revision ran. */
    Optional<StoredScript> lastRun(String revision);

    /** What stands for a revision since: the text of its last upgrade or, where it was repaired later, of the repair. */
    Optional<StoredScript> accepted(String revision);
}
