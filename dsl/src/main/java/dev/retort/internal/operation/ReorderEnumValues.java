package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;

/**
 * Puts the values of an enum type into another order.
 *
 * @param values all of them, as they are to be ordered
 * @param was all of them, as they were
 */
public record ReorderEnumValues(QualifiedName name, List<String> values, List<String> was) implements Operation {

    public ReorderEnumValues {
        values = List.copyOf(values);
        was = List.copyOf(was);
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new ReorderEnumValues(name, was, values));
    }

    @Override
    public String verb() {
        return "enumValues";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.reorderEnumValues(this);
    }
}
