package dev.retort.internal.operation;

import dev.retort.internal.schema.Table;

/**
 * Creates a table with its constraints, indexes and comments.
 */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {
    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "table")
                : Inverse.of(new DropTable(table.name(), false, false, table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createTable(this);
    }
}
