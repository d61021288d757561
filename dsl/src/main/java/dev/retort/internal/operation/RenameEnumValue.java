package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/** Renames a value of an enum type; the rows that have it follow. */
public record RenameEnumValue(QualifiedName name, String value, String newValue) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameEnumValue(name, newValue, value));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnumValue(this);
    }
}
