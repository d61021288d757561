package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.TablePlace;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the catalog where Retort's own tables are. */
final class MetadataTablesQuery {

    /**
     * What is found, in the order of the search path and without its temporary schema. An unqualified name would not do: a
     * temporary table comes first even where the path does not name its schema. The last row is the schema for new tables.
     */
    private static final String SEARCH = """
            SELECT c.relname AS name, n.nspname AS schema, p.place
            FROM unnest(%s) WITH ORDINALITY AS p (schema, place)
            JOIN pg_catalog.pg_namespace n ON n.nspname = p.schema AND n.oid <> pg_catalog.pg_my_temp_schema()
            JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid
            WHERE c.relname = ANY (CAST(? AS name[])) AND c.relkind IN ('r', 'p', 'f', 'v')
            UNION ALL SELECT NULL, %s, NULL
            ORDER BY place NULLS LAST
            """;

    private static final String ON_PATH = SEARCH.formatted(
            "pg_catalog.current_schemas(false)",
            "(SELECT s FROM unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS f (s, place)"
                    + " WHERE s !~ '^pg_temp' ORDER BY place LIMIT 1)");

    private static final String IN_SCHEMA = SEARCH.formatted("CAST(ARRAY[?] AS name[])", "NULL::name");

    private MetadataTablesQuery() {}

    static TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException {
        @Nullable String schema = tables.get(0).schema();
        List<String> names = tables.stream().map(QualifiedName::name).toList();
        List<Row> rows =
                schema == null ? Rows.of(connection, ON_PATH, names) : Rows.of(connection, IN_SCHEMA, schema, names);
        @Nullable String there = schema;
        for (String name : schema == null ? names : List.<String>of()) {
            there = firstSchema(rows, name);
            if (there != null) {
                break;
            }
        }
        if (there == null) {
            there = rows.get(rows.size() - 1).string("schema");
        }
        List<String> found = new ArrayList<>();
        for (Row row : rows) {
            if (row.string("name") != null && String.valueOf(row.get("schema")).equals(there)) {
                found.add(row.string("name"));
            }
        }
        Set<QualifiedName> existing = new HashSet<>(tables);
        existing.removeIf(table -> !found.contains(table.name()));
        return new TablePlace(there, existing);
    }

    private static @Nullable String firstSchema(List<Row> rows, String name) {
        for (Row row : rows) {
            if (name.equals(row.string("name"))) {
                return row.string("schema");
            }
        }
        return null;
    }
}
