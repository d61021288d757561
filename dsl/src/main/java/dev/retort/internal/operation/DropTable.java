package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Drops a table with its rows.
 *
 * @param cascade drops what depends on it as well, where the database can do so
 * @param was the table as it was, so that it can be created again; null when the author did not say
 */
public record DropTable(
        QualifiedName table,
        boolean ifExists,
        boolean cascade,
        @Nullable Table was) implements Operation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "table");
        }
        return was == null
                ? Inverse.none(
                        "a dropped table cannot be created again without its definition; give it in a closure, as createTable does")
                : Inverse.of(new CreateTable(was, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropTable(table, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
