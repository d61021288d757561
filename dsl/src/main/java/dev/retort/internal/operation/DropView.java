package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view.
 *
 * @param cascade drops what depends on it as well, where the database can do so
 * @param was the view as it was, so that it can be created again; null when the author did not say
 */
public record DropView(
        QualifiedName view,
        boolean materialized,
        boolean ifExists,
        boolean cascade,
        @Nullable View was) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "view");
        }
        return was == null
                ? Inverse.none("a dropped view cannot be created again without its query; give it with was:")
                : Inverse.of(new CreateView(was, false, false, true));
    }

    @Override
    public Operation withoutFormer() {
        return new DropView(view, materialized, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.dropView(this);
    }
}
