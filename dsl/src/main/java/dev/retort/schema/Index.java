package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param method {@code btree}, {@code gin}, …; null means the database's default
 * @param include columns carried along without being searched by
 * @param where SQL of a partial index; null means all rows
 * @param nullsNotDistinct in a unique index, two nulls count as the same value
 */
public record Index(
        String name,
        QualifiedName table,
        List<Element> elements,
        boolean unique,
        @Nullable String method,
        List<String> include,
        @Nullable String where,
        boolean nullsNotDistinct) {

    /** What an index is ordered by. */
    public sealed interface Element {
        /** A column, by its name; the dialect quotes it. */
        record ColumnName(String name) implements Element {}

        /** SQL as it stands between the brackets, direction and all: {@code created_at DESC}, {@code lower(email)}. */
        record Expression(String sql) implements Element {}
    }

    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
    }

    public Index named(String newName) {
        return new Index(newName, table, elements, unique, method, include, where, nullsNotDistinct);
    }
}
