package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;

/** Inserts rows by the fastest way that the database has for them. */
public record BulkInsert(QualifiedName table, RowSource rows) implements Work {
    @Override
    public Inverse inverse() {
        return Inverse.none("inserted rows cannot be distinguished from others; write upgrade and downgrade");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.bulkInsert(this);
    }
}
