package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Renames a table within its schema.
 */
public record RenameTable(QualifiedName table, String newName) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameTable(new QualifiedName(table.schema(), newName), table.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameTable(this);
    }
}
