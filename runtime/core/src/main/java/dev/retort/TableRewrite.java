package dev.retort;

/**
 * A table whose rows were all written again.
 *
 * @param bytes how large it is now; -1 where the database does not say
 */
public record TableRewrite(String table, long bytes) {}
