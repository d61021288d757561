package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where tables that belong together are.
 *
 * @param schema of the first of them that exists, else the one that a new table comes into; null where there is none
 * @param existing those that exist there, by the names that were asked for
 */
public record TablePlace(@Nullable String schema, Set<QualifiedName> existing) {

    public TablePlace {
        existing = Set.copyOf(existing);
    }
}
