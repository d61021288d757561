package dev.retort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in short, for those who show it: what it is called, its columns, and what it points to.
 *
 * @param name with the schema that it is in, where that is another than the usual one
 * @param columns in their order
 * @param keys its foreign keys
 * @param comment null where it has none
 */
public record TableOutline(
        String name,
        List<Column> columns,
        List<Key> keys,
        @Nullable String comment) {

    public TableOutline {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /**
     * @param type in SQL's words; the name of an enum type
     * @param primaryKey it is the primary key, or part of it
     * @param comment null where it has none
     */
    public record Column(
            String name,
            String type,
            boolean nullable,
            boolean primaryKey,
            @Nullable String comment) {}

    /**
     * A foreign key.
     *
     * @param name null where it has none
     * @param table what it points to; it need not be among the tables
     * @param referenced the columns there; those of the primary key where the key names none and the table is known
     */
    public record Key(@Nullable String name, List<String> columns, String table, List<String> referenced) {
        public Key {
            columns = List.copyOf(columns);
            referenced = List.copyOf(referenced);
        }
    }
}
