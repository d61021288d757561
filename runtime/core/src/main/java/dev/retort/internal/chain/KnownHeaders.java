package dev.retort.internal.chain;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The headers of the scripts of one folder: those that are known, and those that are read now. */
interface KnownHeaders {

    /** Nothing is known, and nothing is kept. */
    KnownHeaders NONE = new KnownHeaders() {
        @Override
        public Optional<RevisionFile> find(Path script) {
            return Optional.empty();
        }

        @Override
        public RevisionFile add(Path script, Supplier<RevisionFile> reading) {
            return reading.get();
        }

        @Override
        public void keep() {
            // Nothing is kept.
        }
    };

    /** A script whose header is known and that was not changed since. */
    Optional<RevisionFile> find(Path script);

    /** Reads a script whose header is not known. */
    RevisionFile add(Path script, Supplier<RevisionFile> reading);

    /** Keeps what was found and what was added, where anything was. */
    void keep();
}
