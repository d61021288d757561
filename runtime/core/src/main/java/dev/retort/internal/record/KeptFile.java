package dev.retort.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * A file that a script read when it ran.
 *
 * @param name as the script names it
 * @param meaning checksum of what counts in it
 * @param text null where it is not kept: it is long, or not text
 */
public record KeptFile(
        String name, String meaning, @Nullable String text) {}
