package dev.retort.internal.dialect;

import java.util.List;

/**
 * Columns that tell the rows of a table apart, in the order of their index.
 *
 * @param primary whether it is the table's primary key
 */
public record RowKey(List<Column> columns, boolean primary) {

    public RowKey {
        columns = List.copyOf(columns);
    }

    /**
     * A column of a key.
     *
     * @param type in the database's own words
     * @param nullable whether the database lets it be null
     */
    public record Column(String name, String type, boolean nullable) {}

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
