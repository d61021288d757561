package dev.retort.internal.operation;

import dev.retort.internal.schema.View;

/**
 * Creates a view.
 *
 * @param replace in the place of the view of that name, where there is one
 * @param withData a materialized view is filled at once
 */
public record CreateView(View view, boolean replace, boolean ifNotExists, boolean withData) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        if (ifNotExists) {
            return Inverse.unsure("ifNotExists", "view");
        }
        return replace
                ? Inverse.none("with replace it is not known what the view was before; give its old query with was:")
                : Inverse.of(new DropView(view.name(), view.options().materialized(), false, false, view));
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.createView(this);
    }
}
