package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes the comment of a table.
 *
 * @param comment null removes it
 * @param was the comment before; null means there was none
 */
public record SetTableComment(
        QualifiedName table,
        @Nullable String comment,
        @Nullable String was) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new SetTableComment(table, was, comment));
    }

    @Override
    public String verb() {
        return comment == null ? "dropTableComment" : "createTableComment";
    }

    @Override
    public Operation withoutFormer() {
        return new SetTableComment(table, comment, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.setTableComment(this);
    }
}
