package dev.retort.internal.schema;

/**
 * A column computed from others.
 *
 * @param expression SQL
 * @param stored kept on disk; otherwise computed when read
 */
public record Generated(String expression, boolean stored) {}
