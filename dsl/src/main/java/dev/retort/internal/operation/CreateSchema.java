package dev.retort.internal.operation;

import org.jspecify.annotations.Nullable;

/**
 * Creates a schema, a room for tables and other objects.
 *
 * @param owner the role it belongs to; null means whoever creates it
 */
public record CreateSchema(String schema, @Nullable String owner, boolean ifNotExists) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "schema")
                : Inverse.of(new DropSchema(schema, owner, false, false));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.createSchema(this);
    }
}
