package dev.retort.internal.schema;

/** What SQL calls a schema: a room for tables and other objects, beside the one whose names are unqualified. */
public record Namespace(String name) implements SchemaObject {
    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.SCHEMA, QualifiedName.of(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.namespace(this);
    }
}
