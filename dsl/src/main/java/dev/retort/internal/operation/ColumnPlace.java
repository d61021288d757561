package dev.retort.internal.operation;

/**
 * Where a column is to stand in its table.
 *
 * @param neighbour the column it stands next to
 */
public record ColumnPlace(Side side, String neighbour) {

    /** On which side of its neighbour. */
    public enum Side {
        BEFORE,
        AFTER
    }
}
