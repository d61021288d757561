package dev.retort.internal.schema;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one object is found by in a {@link Schema}.
 *
 * @param name the object's name; of a column, a constraint, a trigger or a policy that of its table or view, and of an
 *     index its own
 * @param part the own name of what belongs to a table or a view, or to a type: an attribute is found as a column, a check
 *     of a domain as a constraint; of a routine the types of its arguments, see {@link Routine.Signature#types()}; null
 *     for what the kind and the name identify
 */
public record ObjectName(
        ObjectKind kind, QualifiedName name, @Nullable String part) implements Comparable<ObjectName> {

    private static final Comparator<ObjectName> ORDER = Comparator.comparing(ObjectName::kind)
            .thenComparing(ObjectName::name)
            .thenComparing(each -> Objects.requireNonNullElse(each.part(), ""));

    public static ObjectName of(ObjectKind kind, QualifiedName name) {
        return new ObjectName(kind, name, null);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** Without the kind, unquoted: {@code users}, {@code users.email}, {@code price(integer)}. */
    public String path() {
        String own = part == null ? "" : kind == ObjectKind.ROUTINE ? "(" + part + ")" : "." + part;
        return name + own;
    }

    /** Unquoted, for messages: {@code table users}, {@code column users.email}, {@code routine price(integer)}. */
    @Override
    public String toString() {
        return kind.words() + " " + path();
    }
}
