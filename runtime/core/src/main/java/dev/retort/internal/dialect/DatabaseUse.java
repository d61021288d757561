package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;
import java.util.Map;

/**
 * How a database is used, by the names of its tables as {@link Reading#read} has them.
 *
 * @param sizes of its tables; none where the database does not count
 * @param statements about how many name a table in an hour; none where nobody counts them
 * @param utc whether a session has the time zone UTC unless it sets another one
 */
public record DatabaseUse(Map<QualifiedName, TableSize> sizes, Map<QualifiedName, Long> statements, boolean utc) {

    /** Nothing is known. */
    public static final DatabaseUse UNKNOWN = new DatabaseUse(Map.of(), Map.of(), false);

    public DatabaseUse {
        sizes = Map.copyOf(sizes);
        statements = Map.copyOf(statements);
    }
}
