package dev.retort.internal.dialect;

/**
 * How large a table is.
 *
 * @param rows about how many; -1 where the database does not know
 * @param bytes with its indexes and what is kept beside it
 */
public record TableSize(long rows, long bytes) {}
