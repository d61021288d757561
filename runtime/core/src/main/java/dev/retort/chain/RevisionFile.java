package dev.retort.chain;

import dev.retort.header.Header;
import dev.retort.header.ScriptSource;
import java.nio.file.Path;

/**
 * A revision script, its header read.
 *
 * @param path where it is on disk; of a stored one, where nothing is
 * @param stored it is gone from the disk, and its text is the one a database's history keeps
 */
public record RevisionFile(Path path, ScriptSource source, Header header, boolean stored) {

    /** A script on disk. */
    public RevisionFile(Path path, ScriptSource source, Header header) {
        this(path, source, header, false);
    }
}
