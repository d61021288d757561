package dev.retort.internal.operation;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index.
 *
 * @param table the table it belongs to, when the author said so; no database needs it
 * @param was the index as it was, so that it can be created again; null when the author did not say
 */
public record DropIndex(
        QualifiedName index,
        @Nullable QualifiedName table,
        boolean concurrently,
        boolean ifExists,
        boolean cascade,
        @Nullable Index was)
        implements Operation {
    /** The same without {@code concurrently}. */
    public DropIndex blocking() {
        return new DropIndex(index, table, false, ifExists, cascade, was);
    }

    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "index");
        }
        return was == null
                ? Inverse.none("a dropped index cannot be created again without its definition; give it with was:")
                : Inverse.of(new CreateIndex(was, concurrently, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropIndex(index, table, concurrently, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropIndex(this);
    }
}
