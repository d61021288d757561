package dev.retort.internal.verify.rows;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Identity;
import java.util.regex.Pattern;

/**
 * A column as values are generated for it.
 *
 * @param type of its values: of a domain the type that it is made of
 * @param nullable also as far as its domain says
 * @param place among the columns of its table, from 0
 */
record TableCell(Column column, ColumnType type, boolean nullable, int place) {

    /** A call of a function, and what SQL calls without brackets. */
    private static final Pattern COMPUTED = Pattern.compile("(?i)\\w\\s*\\(|current_|localtime");

    String name() {
        return column.name();
    }

    boolean generated() {
        return column.generated() != null;
    }

    /** Whether the database gives it a number where an insert gives none. */
    boolean numbered() {
        return column.identity() != null || column.autoincrement() || ColumnType.isSerial(column.type());
    }

    /** Whether an insert may give it any number nevertheless. */
    boolean takesNumbers() {
        Identity identity = column.identity();
        return identity == null || (!identity.always() && identity.min() == null && identity.max() == null);
    }

    /** Whether its values are whole numbers. */
    boolean counts() {
        return ColumnType.isSerial(type)
                || type == ColumnType.Simple.SMALLINT
                || type == ColumnType.Simple.INTEGER
                || type == ColumnType.Simple.BIGINT;
    }

    /** Whether leaving it out gives the same value each time: a seed is to give the same rows, and no clock the values. */
    boolean hasConstantDefault() {
        return column.defaultValue() instanceof DefaultValue.Literal
                || column.defaultValue() instanceof DefaultValue.Expression expression
                        && !COMPUTED.matcher(expression.sql()).find();
    }

    boolean hasDefault() {
        return column.defaultValue() != null;
    }
}
