package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Renames an index within its schema.
 */
public record RenameIndex(QualifiedName index, String newName) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameIndex(new QualifiedName(index.schema(), newName), index.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameIndex(this);
    }
}
