package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.fold.InheritedColumns;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads schemas with one query for each kind of object, however many objects there are, from one state of the catalog. */
final class Introspection {

    private final Connection connection;
    private final CatalogQueries queries;
    private final List<SchemaObject> objects = new ArrayList<>();
    /** Those that are parts of a serial column. */
    private final Set<Long> serials = new HashSet<>();

    private Map<Long, List<Column>> columns = Map.of();
    private Map<Long, List<Row>> indexes = Map.of();

    private Introspection(Connection connection, CatalogQueries queries) {
        this.connection = connection;
        this.queries = queries;
    }

    static Schema read(Connection connection, ReadScope scope) throws SQLException {
        try (CatalogSnapshot snapshot = CatalogSnapshot.open(connection, scope)) {
            String home = snapshot.home();
            if (home == null) {
                return Schema.EMPTY;
            }
            int version = connection.getMetaData().getDatabaseMajorVersion();
            return new Introspection(connection, new CatalogQueries(home, scope, version)).schema();
        }
    }

    private Schema schema() throws SQLException {
        List<Row> columnRows = rows("columns");
        columns = columnRows.stream()
                .collect(Collectors.groupingBy(
                        row -> Rows.number(row, "table"), Collectors.mapping(ColumnRows::column, Collectors.toList())));
        columnRows.stream().map(row -> row.integer("serial")).forEach(serials::add);
        indexes = byTable("indexes");
        tables();
        add("views", row -> ObjectRows.view(row, indexes(Rows.number(row, "oid"), Rows.name(row, "schema", "name"))));
        add("types", row -> ObjectRows.type(row, columns.getOrDefault(Rows.number(row, "table"), List.of())));
        for (Row row : rows("sequences")) {
            if (!serials.contains(row.integer("oid"))) {
                objects.add(ObjectRows.sequence(row));
            }
        }
        add("routines", RoutineRows::routine);
        add("triggers", TriggerRows::trigger);
        add("policies", ObjectRows::policy);
        add("namespaces", ObjectRows::namespaceOrExtension);
        Set<LeftOut> leftOut = rows("left-out").stream()
                .map(row -> new LeftOut(Rows.text(row, "kind"), Rows.text(row, "name")))
                .collect(Collectors.toSet());
        Schema schema = InheritedColumns.leftOut(Schema.of(objects)).withLeftOut(leftOut);
        return new Schema(schema.objects(), comments(), new TreeSet<>(), true, schema.leftOut());
    }

    private void tables() throws SQLException {
        Map<Long, List<Row>> constraints = byTable("constraints");
        for (Row row : rows("tables")) {
            long id = Rows.number(row, "oid");
            QualifiedName name = Rows.name(row, "schema", "name");
            List<Constraint> own = constraints.getOrDefault(id, List.of()).stream()
                    .map(ConstraintRows::constraint)
                    .sorted(Constraint.ORDER)
                    .toList();
            objects.add(new Table(
                    name,
                    columns.getOrDefault(id, List.of()),
                    own,
                    indexes(id, name),
                    row.string("comment"),
                    TableRows.options(row)));
        }
    }

    private List<Index> indexes(long table, QualifiedName name) {
        return indexes.getOrDefault(table, List.of()).stream()
                .map(row -> TableRows.index(row, name))
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    private SortedMap<ObjectName, String> comments() throws SQLException {
        SortedMap<ObjectName, String> comments = new TreeMap<>();
        for (Row row : rows("comments")) {
            ObjectKind kind = ObjectKind.valueOf(Rows.text(row, "kind"));
            comments.put(
                    new ObjectName(kind, Rows.name(row, "schema", "name"), row.string("part")),
                    Rows.text(row, "description"));
        }
        return comments;
    }

    private void add(String kind, Function<Row, SchemaObject> reader) throws SQLException {
        rows(kind).stream().map(reader).forEach(objects::add);
    }

    private Map<Long, List<Row>> byTable(String kind) throws SQLException {
        return rows(kind).stream().collect(Collectors.groupingBy(row -> Rows.number(row, "table")));
    }

    private List<Row> rows(String kind) throws SQLException {
        return Rows.of(connection, queries.of(kind));
    }
}
