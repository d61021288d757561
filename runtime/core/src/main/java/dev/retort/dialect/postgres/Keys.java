package dev.retort.dialect.postgres;

import dev.retort.dialect.Catalog;
import dev.retort.dialect.Keyset;
import dev.retort.dialect.RowKey;
import dev.retort.dialect.SqlStatement;
import dev.retort.schema.QualifiedName;
import dev.retort.script.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through tables by unique indexes, and lets the planner guess how far it is. */
final class Keys implements Keyset {

    /** The type goes with its length: {@code character} alone would cut a value to one. */
    private static final String KEYS = """
            SELECT i.indexrelid::bigint AS index, i.indisprimary AS primary, a.attname AS name, a.attnotnull AS required,
                   format_type(a.atttypid, a.atttypmod) AS type
            FROM pg_index i
            CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, position)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
            WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indisvalid AND i.indpred IS NULL
              AND k.position <= i.indnkeyatts
            ORDER BY i.indisprimary DESC, i.indexrelid, k.position""";

    private static final Pattern ROWS = Pattern.compile("\\brows=(\\d+)");

    @Override
    public List<RowKey> keys(QualifiedName table, Catalog catalog) {
        Map<Object, List<Row>> indexes = new LinkedHashMap<>();
        for (Row row : catalog.query(KEYS, Identifiers.quote(table))) {
            indexes.computeIfAbsent(row.get("index"), index -> new ArrayList<>())
                    .add(row);
        }
        return indexes.values().stream()
                // An expression has no column, so that no name is found for it.
                .filter(columns -> columns.stream().allMatch(row -> Boolean.TRUE.equals(row.get("required"))))
                .map(Keys::key)
                .toList();
    }

    private static RowKey key(List<Row> columns) {
        return new RowKey(
                columns.stream()
                        .map(row -> new RowKey.Column(
                                String.valueOf(row.get("name")), String.valueOf(row.get("type")), false))
                        .toList(),
                Boolean.TRUE.equals(columns.get(0).get("primary")));
    }

    @Override
    public String text(String column) {
        return "CAST(" + Identifiers.quote(column) + " AS text)";
    }

    @Override
    public SqlStatement value(String text, RowKey.Column column) {
        return SqlStatement.of("CAST(? AS " + column.type() + ")", text);
    }

    /** The first line of the plan ends in {@code (cost=… rows=… width=…)}. */
    @Override
    public long estimate(SqlStatement query, Catalog catalog) {
        String explain = "EXPLAIN " + query.sql();
        Object[] parameters = query.parameterRows().isEmpty()
                ? new Object[0]
                : query.parameterRows().get(0).toArray();
        List<Row> plan = catalog.query(explain, parameters);
        Matcher rows = ROWS.matcher(String.valueOf(plan.get(0).get("QUERY PLAN")));
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }
}
