package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table or another object, unquoted.
 *
 * @param schema the schema it is in; null means whichever the connection's search path names
 */
public record QualifiedName(@Nullable String schema, String name) {

    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /** Unquoted, for messages. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
