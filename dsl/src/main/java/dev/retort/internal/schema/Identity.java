package dev.retort.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column that the database numbers itself, by the SQL standard's {@code GENERATED … AS IDENTITY}.
 *
 * @param always an insert may not name a value; otherwise it may
 * @param start the first number; null means 1, or the last one of a falling sequence
 * @param increment the step; null means 1
 * @param min the lowest number; null leaves it to the type
 * @param max the highest number; null leaves it to the type
 * @param cache how many numbers a session takes at once; null means 1
 * @param cycle after the last number comes the first again
 */
public record Identity(
        boolean always,
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long min,
        @Nullable Long max,
        @Nullable Long cache,
        boolean cycle) {

    /** Within the limits of its type. */
    public Identity(boolean always, @Nullable Long start, @Nullable Long increment) {
        this(always, start, increment, null, null, null, false);
    }
}
