package dev.retort.internal.operation;

import dev.retort.internal.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Takes a value out of an enum type. While rows have it, that is refused.
 *
 * @param replaceWith the value that such rows are to have instead; null refuses while there are any
 * @param before the value after it, so that it can be added again; null when the author did not say
 * @param after the value before it, likewise
 */
public record DropEnumValue(
        QualifiedName name,
        String value,
        @Nullable String replaceWith,
        @Nullable String before,
        @Nullable String after) implements Operation {
    @Override
    public Inverse inverse() {
        if (replaceWith != null) {
            return Inverse.none("which rows had the value before is not known afterwards");
        }
        return before == null && after == null
                ? Inverse.none("the place of the value is not known; give its neighbour with before: or after:")
                : Inverse.of(new AddEnumValue(name, value, before, after, false));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropEnumValue(this);
    }
}
