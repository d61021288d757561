package dev.retort.internal.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table or another object, unquoted.
 *
 * @param schema the schema it is in; null means whichever the connection's search path names
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /** Written out, for the JVM needs ten milliseconds to link the one that it generates, and every command looks for tables. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName that && name.equals(that.name) && Objects.equals(schema, that.schema);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Objects.hashCode(schema);
    }

    /** Unqualified names come first. */
    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = Objects.requireNonNullElse(schema, "").compareTo(Objects.requireNonNullElse(other.schema, ""));
        return bySchema == 0 ? name.compareTo(other.name) : bySchema;
    }

    /** Unquoted, for messages. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
