package dev.retort.internal.fold;

import dev.retort.internal.schema.ColumnType;

/** The lowest and the highest number of a type of whole numbers. */
public record NumberRange(long lowest, long highest) {

    /** @param type that of a sequence; any but {@code smallint} and {@code integer} is {@code bigint} */
    public static NumberRange of(ColumnType type) {
        if (type == ColumnType.Simple.SMALLINT) {
            return new NumberRange(Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return type == ColumnType.Simple.INTEGER
                ? new NumberRange(Integer.MIN_VALUE, Integer.MAX_VALUE)
                : new NumberRange(Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
