package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows.
 *
 * @param where null means all rows
 */
public record DeleteRows(QualifiedName table, @Nullable Condition where) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.none("deleted rows cannot be created again; write upgrade and downgrade");
    }

    @Override
    public String verb() {
        return "delete";
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.deleteRows(this);
    }
}
