package dev.retort.internal.drawing;

import dev.retort.TableOutline;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of a schema in short. */
public final class Outlines {

    private final Schema schema;

    private Outlines(Schema schema) {
        this.schema = schema;
    }

    /** In the order of their names. */
    public static List<TableOutline> of(Schema schema) {
        Outlines outlines = new Outlines(schema);
        return schema.tables().map(outlines::outline).toList();
    }

    private TableOutline outline(Table table) {
        Set<String> primary = new HashSet<>(primaryKey(table));
        List<TableOutline.Column> columns =
                table.columns().stream().map(column -> column(column, primary)).toList();
        List<TableOutline.Key> keys = constraints(table, Constraint.ForeignKey.class)
                .map(key -> new TableOutline.Key(
                        key.name(), key.columns(), key.referencedTable().toString(), referenced(key)))
                .toList();
        return new TableOutline(table.name().toString(), columns, keys, table.comment());
    }

    private static TableOutline.Column column(Column column, Set<String> primary) {
        boolean isPrimary = primary.contains(column.name());
        return new TableOutline.Column(
                column.name(),
                TypeWord.of(column.type()),
                column.nullable() && !isPrimary,
                isPrimary,
                column.comment());
    }

    private List<String> referenced(Constraint.ForeignKey key) {
        QualifiedName table = key.referencedTable();
        return key.referencedColumns().isEmpty()
                ? schema.table(table).map(Outlines::primaryKey).orElse(List.of())
                : key.referencedColumns();
    }

    private static List<String> primaryKey(Table table) {
        return constraints(table, Constraint.PrimaryKey.class)
                .findFirst()
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of());
    }

    private static <C extends Constraint> Stream<C> constraints(Table table, Class<C> kind) {
        return table.constraints().stream().filter(kind::isInstance).map(kind::cast);
    }
}
