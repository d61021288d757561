package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column that the database numbers itself, by the SQL standard's {@code GENERATED … AS IDENTITY}.
 *
 * @param always an insert may not name a value; otherwise it may
 * @param start the first number; null means 1
 * @param increment the step; null means 1
 */
public record Identity(
        boolean always, @Nullable Long start, @Nullable Long increment) {}
