package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row type without a table.
 *
 * @param attributes in their order
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes) implements SchemaObject {

    /** @param collation null means the type's own */
    public record Attribute(
            String name, ColumnType type, @Nullable String collation) {}

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.COMPOSITE_TYPE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.compositeType(this);
    }
}
