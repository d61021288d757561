package dev.retort.internal.schema;

import java.util.List;

/**
 * An enum type that a database keeps.
 *
 * @param values in their order
 */
public record EnumType(QualifiedName name, List<String> values) implements SchemaObject {
    public EnumType {
        values = List.copyOf(values);
    }

    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.ENUM_TYPE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.enumType(this);
    }
}
