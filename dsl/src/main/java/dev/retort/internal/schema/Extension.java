package dev.retort.internal.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension of the database. What it brings along is not part of a schema.
 *
 * @param schema the schema its objects are in; null means the one whose names are unqualified
 * @param version null where it is not known, as before it is installed in its default version
 */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) implements SchemaObject {
    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.EXTENSION, QualifiedName.of(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.extension(this);
    }
}
