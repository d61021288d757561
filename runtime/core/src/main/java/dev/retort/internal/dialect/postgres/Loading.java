package dev.retort.internal.dialect.postgres;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows are loaded into: the table's columns, and what the values of files become in them. */
final class Loading {

    /** COPY knows no rules and no views, and refuses where the rows of others are hidden from the role. */
    private static final String COLUMNS = """
            SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type,
                   CASE WHEN a.attgenerated <> '' THEN 'is computed from others'
                        WHEN a.attidentity = 'a' THEN 'is GENERATED ALWAYS AS IDENTITY' END AS refusal,
                   c.relkind IN ('r', 'p') AND NOT c.relhasrules AND NOT row_security_active(c.oid) AS fast
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.oid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""";

    private static final JsonFactory JSON = new JsonFactory();

    private Loading() {}

    static LoadTarget target(QualifiedName table, Catalog catalog) {
        List<Row> rows = catalog.query(COLUMNS, Identifiers.quote(table));
        if (rows.isEmpty()) {
            throw Refusal.of("There is no table \"" + table + "\".", "Create it before its rows are loaded.");
        }
        Map<String, LoadTarget.Column> columns = new LinkedHashMap<>();
        for (Row row : rows) {
            String name = String.valueOf(row.get("name"));
            columns.put(name, new LoadTarget.Column(name, String.valueOf(row.get("type")), row.string("refusal")));
        }
        return new LoadTarget(table, columns, Boolean.TRUE.equals(rows.get(0).get("fast")));
    }

    /** The text itself, which the server reads as the column's type, but for what JSON writes in its own way. */
    static Object value(Cell cell, LoadTarget.@Nullable Column column) {
        if (column == null || cell.kind() == Cell.Kind.TEXT) {
            return cell.text();
        } else if (column.type().equals("json") || column.type().equals("jsonb")) {
            return cell.json();
        }
        boolean array = column.type().endsWith("[]") && cell.text().startsWith("[");
        return array && cell.kind() == Cell.Kind.JSON ? array(cell.text()) : cell.text();
    }

    static SqlStatement insertOfJson(QualifiedName table, List<String> columns, String rows) {
        String name = Identifiers.quote(table);
        String list = Identifiers.list(columns);
        return SqlStatement.of("INSERT INTO " + name + " " + list + "\nSELECT " + list.substring(1, list.length() - 1)
                + " FROM json_populate_recordset(NULL::" + name + ", " + Values.quoted(rows) + ")");
    }

    /** {@code [1, [null, "a"]]} is {@code {1,{NULL,"a"}}}. */
    private static String array(String json) {
        StringBuilder array = new StringBuilder();
        try (JsonParser parser = JSON.createParser(json)) {
            boolean first = true;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean opens = token == JsonToken.START_ARRAY;
                boolean closes = token == JsonToken.END_ARRAY;
                array.append(first || closes ? "" : ",");
                array.append(opens ? "{" : closes ? "}" : element(token, parser.getText()));
                first = opens;
            }
        } catch (IOException e) {
            throw new IllegalStateException("what was parsed before is no JSON", e);
        }
        return array.toString();
    }

    private static String element(JsonToken token, String text) {
        return token == JsonToken.VALUE_NULL
                ? "NULL"
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
