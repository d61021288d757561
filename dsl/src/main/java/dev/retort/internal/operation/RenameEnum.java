package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/** Gives an enum type another name within its schema; its columns follow. */
public record RenameEnum(QualifiedName name, String newName) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameEnum(new QualifiedName(name.schema(), newName), name.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnum(this);
    }
}
