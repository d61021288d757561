package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;

/**
 * The last number that a sequence has given.
 *
 * @param of the table whose rows it numbers, or the sequence itself
 * @param column of that table; empty where the table has but one, or where it is a sequence by itself
 * @param owned whether it numbers the rows of a table
 * @param ascending whether the next one is higher
 */
public record LastNumber(QualifiedName of, String column, boolean owned, long last, boolean ascending) {

    /** Whether it counts the same as another one. */
    public boolean isOfSame(LastNumber other) {
        return of.equals(other.of) && column.equals(other.column) && owned == other.owned;
    }

    /** For a sentence: {@code posts.id}. */
    public String place() {
        return of + (column.isEmpty() ? "" : "." + column);
    }
}
