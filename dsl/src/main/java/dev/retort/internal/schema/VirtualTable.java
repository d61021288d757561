package dev.retort.internal.schema;

/**
 * A table that a module of SQLite keeps in its own way. The shadow tables that it keeps its rows in are not part of a
 * schema.
 *
 * @param module {@code fts5}, {@code rtree}, …
 * @param arguments SQL as it is written between the brackets; empty means none
 */
public record VirtualTable(QualifiedName name, String module, String arguments) implements SchemaObject {
    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.VIRTUAL_TABLE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.virtualTable(this);
    }
}
