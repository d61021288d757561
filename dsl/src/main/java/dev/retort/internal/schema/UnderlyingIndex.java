package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the index by which a constraint is kept.
 *
 * @param include columns carried along without being searched by
 * @param existing an index that is there already and becomes the constraint's; null means a new one
 * @param storage null leaves it to the database
 */
public record UnderlyingIndex(
        List<String> include,
        @Nullable String existing,
        @Nullable Storage storage) {
    public UnderlyingIndex {
        include = List.copyOf(include);
    }
}
