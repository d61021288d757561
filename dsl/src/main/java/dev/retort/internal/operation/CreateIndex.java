package dev.retort.internal.operation;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;

/**
 * Creates an index.
 *
 * @param concurrently without blocking writers, where the database can do so; then it cannot run in a transaction
 */
public record CreateIndex(Index index, boolean concurrently, boolean ifNotExists) implements Operation {
    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "index")
                : Inverse.of(new DropIndex(
                        new QualifiedName(index.table().schema(), index.name()),
                        index.table(),
                        concurrently,
                        false,
                        false,
                        index));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createIndex(this);
    }
}
