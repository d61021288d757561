package dev.retort.internal.operation;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column.
 *
 * @param constraints of this column alone, created with it
 * @param index over this column alone, created after it
 * @param place null means after the other columns
 */
public record AddColumn(
        QualifiedName table,
        Column column,
        List<Constraint> constraints,
        @Nullable Index index,
        boolean ifNotExists,
        @Nullable ColumnPlace place)
        implements Operation {
    public AddColumn {
        constraints = List.copyOf(constraints);
    }

    public AddColumn(
            QualifiedName table,
            Column column,
            List<Constraint> constraints,
            @Nullable Index index,
            boolean ifNotExists) {
        this(table, column, constraints, index, ifNotExists, null);
    }

    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "column")
                : Inverse.of(new DropColumn(table, column.name(), false, false, column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
