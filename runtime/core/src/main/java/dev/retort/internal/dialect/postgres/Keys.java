package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Keyset;
import dev.retort.internal.dialect.RowKey;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    private static final String PAGES = """
            SELECT (sum(pg_relation_size(part)) / current_setting('block_size')::integer)::float8 AS pages
            FROM (SELECT to_regclass(?) AS part UNION SELECT relid FROM pg_partition_tree(to_regclass(?))) AS parts""";

    private static final Set<String> WHOLE_NUMBERS = Set.of("smallint", "integer", "bigint");
    private static final double SAMPLE_PAGES = 1000;
    private static final int PERCENT = 100;

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

    @Override
    public boolean isOfWholeNumbers(RowKey key) {
        return key.columns().size() == 1
                && WHOLE_NUMBERS.contains(key.columns().get(0).type());
    }

    /** Of a column that was just added, one row in 200 is thought to be null; and of a prepared key, nothing is known. */
    @Override
    public boolean plansByGuesses() {
        return true;
    }

    /** The planner would not do: of a column that was just added it knows nothing, and takes a guess for its rows. */
    @Override
    public Sample sample(QualifiedName table, Catalog catalog) {
        String name = Identifiers.quote(table);
        double pages = catalog.query(PAGES, name, name).get(0).get("pages") instanceof Number number
                ? number.doubleValue()
                : 0;
        return pages <= SAMPLE_PAGES
                ? Sample.WHOLE
                : new Sample(
                        String.format(Locale.ROOT, " TABLESAMPLE SYSTEM (%.6f)", PERCENT * SAMPLE_PAGES / pages),
                        SAMPLE_PAGES / pages);
    }
}
