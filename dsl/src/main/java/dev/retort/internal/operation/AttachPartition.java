package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/**
 * Makes a table a partition of another.
 *
 * @param forValues SQL: {@code FROM (1) TO (10)}, or {@code DEFAULT}
 */
public record AttachPartition(QualifiedName table, QualifiedName partition, String forValues) implements Operation {
    @Override
    public Inverse inverse() {
        return Inverse.of(new DetachPartition(table, partition, false, forValues));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.attachPartition(this);
    }
}
