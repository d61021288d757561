package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Generated;
import dev.retort.internal.schema.Identity;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.SchemaText;
import dev.retort.internal.schema.Storage;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.Row;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the current schema, the first of the search path, with five questions, however many tables there are. */
final class Introspection {

    private final Connection connection;
    private final Set<String> leftOut;
    private final int serverVersion;

    Introspection(Connection connection, Set<String> leftOut) throws SQLException {
        this.connection = connection;
        this.leftOut = leftOut;
        this.serverVersion = connection.getMetaData().getDatabaseMajorVersion();
    }

    SchemaText schema() throws SQLException {
        List<Row> tableRows = Rows.of(connection, CatalogQueries.TABLES);
        Map<Long, List<Row>> columns = byTable(CatalogQueries.columns(serverVersion));
        Map<Long, List<Row>> constraints = byTable(CatalogQueries.constraints(serverVersion));
        Map<Long, List<Row>> indexes = byTable(CatalogQueries.indexes(serverVersion));
        Map<String, Table> tables = new HashMap<>();
        for (Row row : tableRows) {
            Long id = Objects.requireNonNull(row.integer("oid"));
            QualifiedName name = QualifiedName.of(text(row, "name"));
            if (!leftOut.contains(name.name())) {
                tables.put(
                        name.toString(),
                        new Table(
                                name,
                                map(columns.get(id), Introspection::column),
                                map(constraints.get(id), ConstraintRows::constraint),
                                map(indexes.get(id), index -> index(index, name)),
                                row.string("comment"),
                                options(row)));
            }
        }
        return new SchemaText(tables, objects());
    }

    private Map<Long, List<Row>> byTable(String sql) throws SQLException {
        return Rows.of(connection, sql).stream()
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.integer("table"))));
    }

    private Map<String, String> objects() throws SQLException {
        Map<String, String> objects = new TreeMap<>();
        for (Row row : Rows.of(connection, CatalogQueries.objects(serverVersion))) {
            String table = row.string("table");
            if (table == null || !leftOut.contains(table)) {
                objects.put(text(row, "kind") + " " + text(row, "name"), text(row, "definition"));
            }
        }
        return objects;
    }

    private static Column column(Row row) {
        String expression = row.string("expression");
        String generated = text(row, "generated");
        ColumnType type = Types.parse(text(row, "type"), enumeration(row));
        ColumnType serial = truth(row, "own_sequence") && truth(row, "not_null") ? serial(type) : null;
        boolean hasDefault = expression != null && generated.isEmpty() && serial == null;
        return new Column(
                text(row, "name"),
                serial == null ? type : serial,
                !truth(row, "not_null"),
                hasDefault ? new DefaultValue.Expression(text(row, "expression")) : null,
                row.string("comment"),
                expression == null || generated.isEmpty()
                        ? null
                        : new Generated(Brackets.stripped(expression), generated.equals("s")),
                identity(row),
                row.string("collation"),
                false,
                null,
                mode(row.string("storage")),
                method(row.string("compression")));
    }

    private static ColumnType.@Nullable Enumeration enumeration(Row row) {
        String name = row.string("enum_name");
        return name == null
                ? null
                : new ColumnType.Enumeration(
                        new QualifiedName(row.string("enum_schema"), name), texts(row, "enum_values"));
    }

    /** A whole number whose default is the next value of its own sequence is what {@code serial} makes. */
    private static @Nullable ColumnType serial(ColumnType type) {
        if (type == ColumnType.Simple.INTEGER) {
            return new ColumnType.Named("serial");
        } else if (type == ColumnType.Simple.BIGINT) {
            return new ColumnType.Named("bigserial");
        }
        return type == ColumnType.Simple.SMALLINT ? new ColumnType.Named("smallserial") : null;
    }

    private static @Nullable Identity identity(Row row) {
        String identity = text(row, "identity");
        return identity.isEmpty()
                ? null
                : new Identity(
                        identity.equals("a"),
                        row.integer("start"),
                        row.integer("increment"),
                        row.integer("lowest"),
                        row.integer("highest"),
                        row.integer("cache"),
                        truth(row, "cycle"));
    }

    private static Table.Options options(Row row) {
        List<String> schemas = texts(row, "parent_schemas");
        List<String> names = texts(row, "parents");
        List<QualifiedName> parents = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parents.add(new QualifiedName(schemas.get(i).isEmpty() ? null : schemas.get(i), names.get(i)));
        }
        String bound = row.string("partition_bound");
        Table.PartitionOf partition = bound == null || parents.isEmpty()
                ? null
                : new Table.PartitionOf(parents.get(0), bound.replaceFirst("^FOR VALUES ", ""));
        return new Table.Options(
                false,
                false,
                false,
                truth(row, "unlogged"),
                null,
                row.string("partition_by"),
                partition,
                partition == null ? parents : List.of(),
                storage(row));
    }

    /** Parameters are kept as texts; numbers and truths are what they were written as. */
    static @Nullable Storage storage(Row row) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String parameter : texts(row, "parameters")) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), plain(parameter.substring(equals + 1)));
        }
        String tablespace = row.string("tablespace");
        return parameters.isEmpty() && tablespace == null ? null : new Storage(parameters, tablespace);
    }

    private static Object plain(String text) {
        if (text.matches("-?\\d{1,9}")) {
            return Integer.valueOf(text);
        } else if (text.matches("-?\\d+\\.\\d+")) {
            return new BigDecimal(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static @Nullable String mode(@Nullable String storage) {
        return storage == null
                ? null
                : switch (storage) {
                    case "p" -> "PLAIN";
                    case "e" -> "EXTERNAL";
                    case "m" -> "MAIN";
                    default -> "EXTENDED";
                };
    }

    private static @Nullable String method(@Nullable String compression) {
        return compression == null ? null : compression.equals("l") ? "lz4" : "pglz";
    }

    private static Index index(Row row, QualifiedName table) {
        IndexDefinition definition = IndexDefinition.parse(text(row, "definition"));
        return new Index(
                text(row, "name"),
                table,
                definition.ofIndex(),
                truth(row, "unique"),
                definition.method().equals("btree") ? null : definition.method(),
                texts(row, "include"),
                Brackets.strippedOrNull(row.string("predicate")),
                truth(row, "nulls_not_distinct"),
                storage(row));
    }

    private static <T> List<T> map(@Nullable List<Row> rows, Function<Row, T> reader) {
        return rows == null ? List.of() : rows.stream().map(reader).toList();
    }

    static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.string(column), "");
    }

    static boolean truth(Row row, String column) {
        return Boolean.TRUE.equals(row.bool(column));
    }

    static List<String> texts(Row row, String column) {
        return ((List<?>) Objects.requireNonNull(row.get(column)))
                .stream().map(String::valueOf).toList();
    }
}
