package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Fills a materialized view again.
 *
 * @param concurrently without blocking its readers
 * @param withData otherwise it is emptied and cannot be read
 */
public record RefreshView(QualifiedName view, boolean concurrently, boolean withData) implements ObjectOperation {
    @Override
    public Inverse inverse() {
        // Its rows follow from other rows; there are none of its own to bring back.
        return Inverse.nothing();
    }

    @Override
    public <R> R accept(ObjectOperation.Visitor<R> visitor) {
        return visitor.refreshView(this);
    }
}
