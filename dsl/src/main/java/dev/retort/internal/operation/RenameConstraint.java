package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Renames a constraint of a table.
 */
public record RenameConstraint(QualifiedName table, String constraint, String newName) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameConstraint(table, newName, constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameConstraint(this);
    }
}
