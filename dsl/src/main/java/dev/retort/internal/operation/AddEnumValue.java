package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Adds a value to an enum type.
 *
 * @param before the value it is to be before; null where it is not
 * @param after the value it is to come after; null where it is not. Without either it is the last one
 */
public record AddEnumValue(
        QualifiedName name,
        String value,
        @Nullable String before,
        @Nullable String after,
        boolean ifNotExists) implements Operation {
    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "value")
                : Inverse.of(new DropEnumValue(name, value, null, before, after));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addEnumValue(this);
    }
}
