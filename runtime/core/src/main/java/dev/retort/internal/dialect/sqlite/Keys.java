package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Keyset;
import dev.retort.internal.dialect.RowKey;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through tables by primary keys and unique indexes. A key's value is kept as SQLite's own literal, because a
 * column may hold any kind of value whatever its type says.
 */
final class Keys implements Keyset {

    private static final String PRIMARY =
            "SELECT name, type, \"notnull\" FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk";

    private static final String UNIQUE = """
            SELECT i.name AS "index", c.name, t.type, t."notnull"
            FROM pragma_index_list(?) i, pragma_index_xinfo(i.name) c
            LEFT JOIN pragma_table_info(?) t ON t.cid = c.cid
            WHERE i."unique" AND NOT i.partial AND i.origin <> 'pk' AND c.key
            ORDER BY i.seq DESC, c.seqno""";

    @Override
    public List<RowKey> keys(QualifiedName table, Catalog catalog) {
        String name = Names.unqualified(table);
        List<RowKey> keys = new ArrayList<>();
        // A primary key lets nulls in by an old mistake that SQLite keeps to.
        List<Row> primary = catalog.query(PRIMARY, name);
        if (!primary.isEmpty()) {
            keys.add(key(primary, true));
        }
        Map<Object, List<Row>> indexes = new LinkedHashMap<>();
        for (Row row : catalog.query(UNIQUE, name, name)) {
            indexes.computeIfAbsent(row.get("index"), index -> new ArrayList<>())
                    .add(row);
        }
        indexes.values().stream()
                .filter(columns -> columns.stream().allMatch(Keys::isRequired))
                .forEach(columns -> keys.add(key(columns, false)));
        return keys;
    }

    private static RowKey key(List<Row> columns, boolean primary) {
        return new RowKey(
                columns.stream()
                        .map(row -> new RowKey.Column(
                                String.valueOf(row.get("name")), String.valueOf(row.get("type")), !isRequired(row)))
                        .toList(),
                primary);
    }

    private static boolean isRequired(Row row) {
        return row.get("notnull") instanceof Number required && required.intValue() == 1;
    }

    @Override
    public String text(String column) {
        return "quote(" + Names.quote(column) + ")";
    }

    @Override
    public SqlStatement value(String text, RowKey.Column column) {
        return SqlStatement.of(text);
    }

    /** Its type does not keep fractions and texts out. */
    @Override
    public boolean isOfWholeNumbers(RowKey key) {
        return false;
    }

    /** An index on what the condition names ends in the key. */
    @Override
    public boolean plansByGuesses() {
        return false;
    }

    /** Rows are stored in pages that nobody can draw from. */
    @Override
    public Sample sample(QualifiedName table, Catalog catalog) {
        return Sample.WHOLE;
    }
}
