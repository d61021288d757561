package dev.retort.internal.operation;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drops a column with its values.
 *
 * @param cascade drops what depends on it as well, where the database can do so
 * @param was the column as it was, so that it can be added again; null when the author did not say
 */
public record DropColumn(
        QualifiedName table,
        String column,
        boolean ifExists,
        boolean cascade,
        @Nullable Column was) implements Operation {
    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "column");
        }
        return was == null
                ? Inverse.none("a dropped column cannot be added again without its definition; give it with was:")
                : Inverse.of(new AddColumn(table, was, List.of(), null, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropColumn(table, column, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropColumn(this);
    }
}
