package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drops an enum type.
 *
 * @param was its values, so that it can be created again; null when the author did not say
 */
public record DropEnum(
        QualifiedName name,
        boolean ifExists,
        boolean cascade,
        @Nullable List<String> was) implements Operation {
    public DropEnum {
        was = was == null ? null : List.copyOf(was);
    }

    @Override
    public Inverse inverse() {
        if (ifExists) {
            return Inverse.unsure("ifExists", "type");
        }
        return was == null
                ? Inverse.none("a dropped enum type cannot be created again without its values; give them with was:")
                : Inverse.of(new CreateEnum(name, was, false));
    }

    @Override
    public Operation withoutFormer() {
        return new DropEnum(name, ifExists, cascade, null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropEnum(this);
    }
}
