package dev.retort.internal.operation;

import org.jspecify.annotations.Nullable;

/**
 * Drops a schema.
 *
 * @param owner the role it belonged to, so that it can be created again; null means whoever creates it again
 * @param cascade with all that it holds; otherwise it must be empty
 */
public record DropSchema(String schema, @Nullable String owner, boolean ifExists, boolean cascade)
        implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "schema");
        }
        return cascade
                ? Inverse.none("what a schema holds is lost with it; drop it piece by piece and the schema last")
                : Inverse.of(new CreateSchema(schema, owner, false));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.dropSchema(this);
    }
}
