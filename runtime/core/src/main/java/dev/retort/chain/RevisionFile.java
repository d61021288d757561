package dev.retort.chain;

import dev.retort.header.Header;
import dev.retort.header.ScriptSource;
import java.nio.file.Path;

/** A revision script on disk, its header read. */
public record RevisionFile(Path path, ScriptSource source, Header header) {}
