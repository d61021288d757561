package dev.retort.internal.authoring;

/**
 * A place in a text.
 *
 * @param line the first is 0
 * @param character the first of a line is 0; counted in UTF-16, as Java and editors count
 */
public record Position(int line, int character) {}
