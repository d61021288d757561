package dev.retort.internal.ddl;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import java.util.List;

/**
 * The definition of a column.
 *
 * @param written its type as it is written
 * @param constraints those in its own definition, in their order
 */
public record DefinedColumn(Column column, String written, List<Constraint> constraints) {
    public DefinedColumn {
        constraints = List.copyOf(constraints);
    }

    /** Whether its default is NULL, which is as good as none for all types but domains. */
    public boolean isNullByDefault() {
        return column.defaultValue() instanceof DefaultValue.Expression expression
                && expression.sql().equalsIgnoreCase("NULL");
    }
}
