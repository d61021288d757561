package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;

/**
 * Creates an enum type, where the database has them; elsewhere the columns check their values themselves.
 */
public record CreateEnum(QualifiedName name, List<String> values, boolean ifNotExists) implements Operation {
    public CreateEnum {
        values = List.copyOf(values);
    }

    @Override
    public Inverse inverse() {
        return ifNotExists
                ? Inverse.unsure("ifNotExists", "type")
                : Inverse.of(new DropEnum(name, false, false, values));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createEnum(this);
    }
}
