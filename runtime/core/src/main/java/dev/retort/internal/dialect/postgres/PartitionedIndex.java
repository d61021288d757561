package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An index of a partitioned table without blocking writers. The server builds none at a time: the index of the table alone
 * comes first and is not valid, then one for each partition, and it is valid as soon as all of them are attached.
 */
final class PartitionedIndex {

    private static final int MOST_BYTES = 63;

    /** In the order in which the partitions were created, so that the list is the same after an interruption. */
    private static final String TREE = """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, c.relkind = 'p' AS partitioned, p.oid AS parent
            FROM pg_partition_tree(to_regclass(?)) t
            JOIN pg_class c ON c.oid = t.relid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class p ON p.oid = t.parentrelid
            WHERE c.relkind IN ('r', 'p') ORDER BY t.level, c.oid""";

    private final Catalog catalog;

    PartitionedIndex(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the index is one of a partitioned table, which is dropped with those of its partitions at a time. */
    boolean is(DropIndex operation) {
        return !catalog.query(
                        "SELECT 1 AS found FROM pg_class WHERE oid = to_regclass(?) AND relkind = 'I'",
                        Identifiers.quote(Indexes.name(operation)))
                .isEmpty();
    }

    List<SqlStatement> create(CreateIndex operation) {
        QualifiedName table = operation.index().table();
        List<Row> tree = catalog.query(TREE, Identifiers.quote(table));
        if (tree.isEmpty() || !Boolean.TRUE.equals(tree.get(0).bool("partitioned"))) {
            return List.of(Indexes.create(operation));
        }
        QualifiedName whole = new QualifiedName(
                String.valueOf(tree.get(0).get("schema")), operation.index().name());
        return operation.ifNotExists() && isValid(whole) ? List.of() : statements(operation, tree);
    }

    private static List<SqlStatement> statements(CreateIndex operation, List<Row> tree) {
        Map<Object, QualifiedName> indexes = new LinkedHashMap<>();
        List<SqlStatement> alone = new ArrayList<>();
        List<SqlStatement> built = new ArrayList<>();
        List<SqlStatement> attached = new ArrayList<>();
        for (Row row : tree) {
            QualifiedName table = new QualifiedName(String.valueOf(row.get("schema")), String.valueOf(row.get("name")));
            QualifiedName parent = row.get("parent") == null ? null : indexes.get(row.get("parent"));
            Index index = parent == null
                    ? operation.index()
                    : of(operation.index(), table, name(operation.index().name(), table.name()));
            boolean partitioned = Boolean.TRUE.equals(row.bool("partitioned"));
            CreateIndex create = new CreateIndex(index, !partitioned, operation.ifNotExists());
            if (partitioned) {
                alone.add(Indexes.createOnly(create));
            } else {
                built.add(Indexes.create(create));
            }
            QualifiedName made = new QualifiedName(table.schema(), index.name());
            indexes.put(Objects.requireNonNull(row.get("id")), made);
            if (parent != null) {
                attached.add(0, attach(parent, made));
            }
        }
        alone.addAll(built);
        alone.addAll(attached);
        return alone;
    }

    private static SqlStatement attach(QualifiedName parent, QualifiedName index) {
        return SqlStatement.of(
                "ALTER INDEX " + Identifiers.quote(parent) + " ATTACH PARTITION " + Identifiers.quote(index));
    }

    private boolean isValid(QualifiedName index) {
        return !catalog.query(
                        "SELECT 1 AS found FROM pg_index WHERE indexrelid = to_regclass(?) AND indisvalid",
                        Identifiers.quote(index))
                .isEmpty();
    }

    private static Index of(Index index, QualifiedName table, String name) {
        return new Index(
                name,
                table,
                index.elements(),
                index.unique(),
                index.method(),
                index.include(),
                index.where(),
                index.nullsNotDistinct(),
                index.storage());
    }

    /** Cut between characters where it is too long, and made distinct by a hash. */
    private static String name(String index, String table) {
        String name = index + "_" + table;
        if (bytes(name) <= MOST_BYTES) {
            return name;
        }
        String hash = String.format("_%08x", name.hashCode());
        int end = name.length();
        while (bytes(name.substring(0, end)) > MOST_BYTES - hash.length()) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + hash;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
