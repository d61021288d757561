package dev.retort;

import org.jspecify.annotations.Nullable;

/**
 * What was accepted of a revision.
 *
 * @param file whose text stands for it from now on; null where it was accepted that there is none any more
 */
public record Repaired(String revision, @Nullable String file) {}
