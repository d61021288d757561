package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with rules of its own.
 *
 * @param defaultValue null means none
 * @param collation null means the type's own
 * @param checks conditions on {@code VALUE}, sorted by name
 */
public record Domain(
        QualifiedName name,
        ColumnType type,
        boolean nullable,
        @Nullable DefaultValue defaultValue,
        @Nullable String collation,
        List<Constraint.Check> checks)
        implements SchemaObject {
    public Domain {
        checks = List.copyOf(checks);
    }

    public Domain named(QualifiedName newName) {
        return new Domain(newName, type, nullable, defaultValue, collation, checks);
    }

    @Override
    public ObjectName objectName() {
        return ObjectName.of(ObjectKind.DOMAIN, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.domain(this);
    }
}
