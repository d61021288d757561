package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/** Gives a sequence another name within its schema; the defaults that use it follow. */
public record RenameSequence(QualifiedName sequence, String newName) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameSequence(new QualifiedName(sequence.schema(), newName), sequence.name()));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.renameSequence(this);
    }
}
