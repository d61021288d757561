package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.script.Row;
import java.util.List;
import java.util.Objects;

/**
 * A row of {@code sqlite_schema}.
 *
 * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
 * @param table the table or view it belongs to; its own name where it is one
 * @param sql as SQLite keeps it
 */
record SchemaRow(String type, String name, String table, String sql) {

    private static final String SELECT = """
            SELECT type, name, tbl_name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
              AND NOT (type = 'table' AND name IN (
                  SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'))""";

    private static final String ORDER = """

            ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'view' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, rowid""";

    /**
     * All that somebody created, in an order in which it can be created again. The tables in which virtual tables keep
     * their content are left out: they come with them.
     */
    static List<SchemaRow> all(Catalog catalog) {
        return read(catalog.query(SELECT + ORDER));
    }

    /** Of these only a table, its indexes and its triggers. */
    static List<SchemaRow> of(Catalog catalog, String table) {
        return read(catalog.query(SELECT + " AND tbl_name = ? COLLATE NOCASE" + ORDER, table));
    }

    private static List<SchemaRow> read(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        new SchemaRow(text(row, "type"), text(row, "name"), text(row, "tbl_name"), text(row, "sql")))
                .toList();
    }

    static String text(Row row, String column) {
        return Objects.requireNonNull(row.string(column));
    }

    boolean isTable(String tableName) {
        return type.equals("table") && Names.same(name, tableName);
    }

    boolean belongsTo(String tableName) {
        return Names.same(table, tableName);
    }

    boolean isVirtual() {
        return type.equals("table") && Names.tokens(sql).get(1).isWord("VIRTUAL");
    }

    @Override
    public String toString() {
        return type + " \"" + name + "\"";
    }
}
