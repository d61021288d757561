package dev.retort.internal.operation;

/**
 * Where a column is to be in its table.
 *
 * @param neighbour the column next to it
 */
public record ColumnPlace(Side side, String neighbour) {

    /** On which side of its neighbour. */
    public enum Side {
        BEFORE,
        AFTER
    }
}
