package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Makes a partition a table of its own.
 *
 * @param concurrently without blocking those that read and write; then it cannot run in a transaction
 * @param was the values it was for, so that it can be attached again; null when the author did not say
 */
public record DetachPartition(
        QualifiedName table,
        QualifiedName partition,
        boolean concurrently,
        @Nullable String was) implements Operation {
    @Override
    public Inverse inverse() {
        return was == null
                ? Inverse.none("a detached partition cannot be attached again without its values; give them with was:")
                : Inverse.of(new AttachPartition(table, partition, was));
    }

    @Override
    public Operation withoutFormer() {
        return new DetachPartition(table, partition, concurrently, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.detachPartition(this);
    }
}
