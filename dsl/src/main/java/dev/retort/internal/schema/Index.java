package dev.retort.internal.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name in a schema that no database had yet it may be empty: the convention of names gives one where it is created
 * @param method {@code btree}, {@code gin}, …; null means the database's default
 * @param include columns carried along without being searched by
 * @param where SQL of a partial index; null means all rows
 * @param nullsNotDistinct in a unique index, two nulls count as the same value
 * @param storage null leaves it to the database
 */
public record Index(
        String name,
        QualifiedName table,
        List<Element> elements,
        boolean unique,
        @Nullable String method,
        List<String> include,
        @Nullable String where,
        boolean nullsNotDistinct,
        @Nullable Storage storage) {

    /** What an index is ordered by. */
    public sealed interface Element {
        /**
         * A column, by its name; the dialect quotes it.
         *
         * @param collation null means the column's own
         * @param operatorClass as SQL ({@code text_pattern_ops}); null means the type's default
         * @param order {@code DESC NULLS LAST}; null means {@code ASC}
         */
        record ColumnName(
                String name,
                @Nullable String collation,
                @Nullable String operatorClass,
                @Nullable String order) implements Element {
            public ColumnName(String name) {
                this(name, null, null, null);
            }
        }

        /** SQL as it is written between the brackets, direction and all: {@code created_at DESC}, {@code lower(email)}. */
        record Expression(String sql) implements Element {}
    }

    public Index(
            String name,
            QualifiedName table,
            List<Element> elements,
            boolean unique,
            @Nullable String method,
            List<String> include,
            @Nullable String where,
            boolean nullsNotDistinct) {
        this(name, table, elements, unique, method, include, where, nullsNotDistinct, null);
    }

    public Index {
        elements = List.copyOf(elements);
        include = List.copyOf(include);
    }

    public Index of(QualifiedName newTable) {
        return new Index(name, newTable, elements, unique, method, include, where, nullsNotDistinct, storage);
    }

    public Index named(String newName) {
        return new Index(newName, table, elements, unique, method, include, where, nullsNotDistinct, storage);
    }
}
