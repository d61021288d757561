package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a column.
 *
 * @param constraints of this column alone, made with it
 * @param index over this column alone, made after it
 */
public record AddColumn(
        QualifiedName table,
        Column column,
        List<Constraint> constraints,
        @Nullable Index index,
        boolean ifNotExists) implements Operation {
    public AddColumn {
        constraints = List.copyOf(constraints);
    }

    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.none("with ifNotExists it is not known whether the column was there before")
                : Inverse.of(new DropColumn(table, column.name(), false, false, column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addColumn(this);
    }
}
