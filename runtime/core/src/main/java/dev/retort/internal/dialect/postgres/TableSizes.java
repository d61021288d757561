package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.TableSize;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How large the tables and materialized views are, as the last {@code ANALYZE} and the files have it. */
final class TableSizes {

    /** A partitioned table has what its partitions have. */
    private static final String QUERY = """
            SELECT CASE WHEN n.nspname = current_schema() THEN NULL ELSE n.nspname END AS schema, c.relname AS name,
                   (SELECT CASE WHEN bool_or(p.reltuples < 0) THEN -1 ELSE sum(p.reltuples) END::bigint
                    FROM pg_catalog.pg_class p WHERE p.oid = ANY (parts.ids) AND p.relkind <> 'p') AS rows,
                   (SELECT coalesce(sum(pg_catalog.pg_total_relation_size(id)), 0)::bigint FROM unnest(parts.ids) AS id) AS bytes
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL (SELECT CASE WHEN c.relkind = 'p'
                                            THEN ARRAY(SELECT relid::oid FROM pg_catalog.pg_partition_tree(c.oid))
                                            ELSE ARRAY[c.oid] END AS ids) AS parts
            WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND n.nspname NOT LIKE 'pg\\_%'""";

    private TableSizes() {}

    static Map<QualifiedName, TableSize> of(Connection connection) throws SQLException {
        Map<QualifiedName, TableSize> sizes = new HashMap<>();
        for (Row row : Rows.of(connection, QUERY)) {
            QualifiedName name = new QualifiedName(row.string("schema"), Objects.requireNonNull(row.string("name")));
            Long rows = row.integer("rows");
            sizes.put(name, new TableSize(rows == null ? -1 : rows, Objects.requireNonNull(row.integer("bytes"))));
        }
        return sizes;
    }
}
