package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.LeftOut;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.SchemaObject;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the schema from the texts that SQLite keeps. What belongs to a table bears the name that the table was created
 * with, whatever the letter case in its own text.
 */
final class Introspection {

    private final List<SchemaRow> rows;
    private final Map<String, String> names = new HashMap<>();
    private final List<SchemaObject> objects = new ArrayList<>();
    private final Set<LeftOut> leftOut = new TreeSet<>();

    private Introspection(List<SchemaRow> rows) {
        this.rows = rows;
    }

    /** @param without tables that are not read, with all that belongs to them */
    static Schema of(List<SchemaRow> all, Collection<QualifiedName> without) {
        return new Introspection(all.stream()
                        .filter(row -> without.stream().noneMatch(table -> row.belongsTo(table.name())))
                        .toList())
                .schema();
    }

    private Schema schema() {
        for (SchemaRow row : rows) {
            if (row.type().equals("table") || row.type().equals("view")) {
                names.put(Names.key(row.name()), row.name());
            }
        }
        Map<String, List<Index>> indexes = new HashMap<>();
        for (SchemaRow row : rows) {
            if (row.type().equals("index")) {
                indexes.computeIfAbsent(Names.key(row.table()), key -> new ArrayList<>())
                        .add(IndexText.read(row, owner(row)));
            }
        }
        for (SchemaRow row : rows) {
            switch (row.type()) {
                case "table" -> table(row, indexes.getOrDefault(Names.key(row.name()), List.of()));
                case "view" -> objects.add(ObjectReader.view(row));
                case "trigger" -> objects.add(ObjectReader.trigger(row, owner(row)));
                default -> {
                    // an index, which is part of its table
                }
            }
        }
        return Schema.of(objects).withLeftOut(leftOut);
    }

    private QualifiedName owner(SchemaRow row) {
        return QualifiedName.of(names.getOrDefault(Names.key(row.table()), row.table()));
    }

    /** A reference in the letter case of the table that it leads to. */
    private Constraint spelled(Constraint constraint) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return constraint;
        }
        String written = key.referencedTable().name();
        String name = names.getOrDefault(Names.key(written), written);
        return name.equals(written) ? key : key.referring(QualifiedName.of(name), key.referencedColumns());
    }

    private void table(SchemaRow row, List<Index> indexes) {
        if (row.isVirtual()) {
            objects.add(ObjectReader.virtualTable(row));
            return;
        }
        TableValue value = new TableValue(row);
        Table table = value.table(indexes);
        objects.add(table.withConstraints(
                table.constraints().stream().map(this::spelled).toList()));
        leftOut.addAll(value.leftOut());
    }
}
