package dev.retort.internal.fold;

import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.ColumnPlace;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the operations on columns do. */
final class ColumnFolding {

    private final WorkingSchema schema;
    private final TableParts parts;

    ColumnFolding(WorkingSchema schema) {
        this.schema = schema;
        this.parts = new TableParts(schema);
    }

    /** The column as reading finds it; a type that is an object gives it its values. */
    Column kept(Column column, Table table) {
        Column kept = schema.rules.kept(column, table);
        kept = kept.withType(new EnumFolding(schema).known(kept.type()));
        return schema.rules.keepsComments() ? kept : kept.withComment(null);
    }

    void add(AddColumn operation) {
        Optional<Table> known = schema.table(operation.table());
        if (known.isEmpty()) {
            return;
        }
        Table table = known.get();
        Column added = operation.column();
        if (parts.maybeColumn(table, added.name()).isPresent()) {
            if (operation.ifNotExists()) {
                return;
            }
            throw FoldingRefusal.taken("column \"" + added.name() + "\" in the table \"" + table.name() + "\"");
        }
        new ViewFollowing(schema).columnsChange(table);
        List<Column> columns = new ArrayList<>(table.columns());
        List<Constraint> declared = new ArrayList<>(table.constraints());
        declared.addAll(operation.constraints());
        columns.add(
                place(table, operation.place()),
                kept(added, table.withColumns(List.of(added)).withConstraints(declared)));
        Table with = table.withColumns(columns);
        schema.put(with);
        for (Constraint constraint : operation.constraints()) {
            with = new ConstraintFolding(schema).with(with, constraint);
            schema.put(with);
        }
        if (operation.index() != null) {
            new IndexFolding(schema).create(operation.index(), operation.ifNotExists());
        }
    }

    private int place(Table table, @Nullable ColumnPlace place) {
        if (place == null) {
            return table.columns().size();
        }
        int neighbour = table.columns().indexOf(parts.column(table, place.neighbour()));
        return place.side() == ColumnPlace.Side.BEFORE ? neighbour : neighbour + 1;
    }

    void drop(DropColumn operation) {
        Optional<Table> known = schema.table(operation.table());
        if (known.isEmpty()) {
            return;
        }
        Optional<Column> found = parts.maybeColumn(known.get(), operation.column());
        if (found.isEmpty() && operation.ifExists()) {
            return;
        }
        Column column = found.orElseGet(() -> parts.column(known.get(), operation.column()));
        new ColumnRemoval(schema, known.get(), column.name()).remove(operation.cascade());
    }

    void alter(AlterColumn operation) {
        Optional<Table> known = schema.table(operation.table());
        if (known.isEmpty()) {
            return;
        }
        Table table = spelledOut(known.get(), operation);
        if (mayInherit(table, operation.column())) {
            schema.doubt(table.objectName());
            return;
        }
        Column old = parts.column(table, operation.column());
        ColumnChange to = operation.to();
        Column changed = changed(old, to, table);
        List<Column> columns = new ArrayList<>(table.columns());
        int place = columns.indexOf(old);
        if (place < 0) {
            columns.add(changed);
        } else {
            columns.set(place, changed);
        }
        if (operation.place() != null) {
            columns.remove(changed);
            Table without = table.withColumns(columns);
            columns.add(place(without, operation.place()), changed);
        }
        schema.put(parts.inherited().leftOut(table.withColumns(columns)));
        alterPartitions(table, operation);
        new SerialFolding(schema).contract();
        String newName = to.newName();
        if (newName != null && !newName.equals(old.name())) {
            rename(table, old.name(), newName);
        }
    }

    /** What a partition has otherwise than its table changes with it. */
    private void alterPartitions(Table table, AlterColumn operation) {
        ColumnChange to = operation.to();
        ColumnChange along = new ColumnChange(
                null, to.type(), to.nullable(), to.defaultValue(), null, to.using(), to.collation(), null);
        for (Table partition : new Dependents(schema).children(table.name())) {
            if (partition.options().partitionOf() != null) {
                List<Column> columns = new ArrayList<>(partition.columns());
                columns.replaceAll(own ->
                        schema.rules.same(own.name(), operation.column()) ? changed(own, along, partition) : own);
                schema.put(parts.inherited().leftOut(partition.withColumns(columns)));
                alterPartitions(partition, operation);
            }
        }
    }

    /** A serial column that is changed in what it stands for is no longer that. */
    private Table spelledOut(Table table, AlterColumn operation) {
        ColumnChange to = operation.to();
        boolean touched = to.defaultValue() != null
                || to.identity() != null
                || Boolean.TRUE.equals(to.nullable())
                || to.type() != null && !ColumnType.isSerial(to.type());
        if (touched && schema.rules.keepsSequences()) {
            table.columns().stream()
                    .filter(column -> schema.rules.same(column.name(), operation.column()))
                    .filter(column -> ColumnType.isSerial(column.type()))
                    .findFirst()
                    .ifPresent(column -> new SerialFolding(schema).spellOut(table, column));
        }
        return schema.table(table.name()).orElse(table);
    }

    /** Whether it may have the column from a table that is not known. */
    private boolean mayInherit(Table table, String column) {
        return !TableParts.hasAllColumns(table)
                && parts.maybeColumn(table, column).isEmpty()
                && parts.inherited().inherited(table).isEmpty();
    }

    private Column changed(Column old, ColumnChange to, Table table) {
        Column column = old;
        ColumnType type = to.type();
        if (type != null) {
            column = column.withType(type).withCollation(null);
            column = kept(column, table);
        }
        if (to.collation() != null) {
            column = column.withCollation(to.collation().to());
        }
        if (to.nullable() != null) {
            column = column.withNullable(to.nullable());
        }
        if (to.defaultValue() != null) {
            column = kept(column.withDefault(to.defaultValue().to()), table);
        }
        if (to.identity() != null) {
            column = column.withIdentity(to.identity().to());
            column = kept(to.identity().to() == null ? column : column.withNullable(false), table);
        }
        if (to.comment() != null && schema.rules.keepsComments()) {
            column = column.withComment(to.comment().to());
        }
        return column;
    }

    private void rename(Table table, String old, String newName) {
        boolean taken = parts.maybeColumn(table, newName)
                .filter(column -> !schema.rules.same(column.name(), old))
                .isPresent();
        if (taken) {
            throw FoldingRefusal.taken("column \"" + newName + "\" in the table \"" + table.name() + "\"");
        }
        new ColumnRenaming(schema, table.name(), old, newName).rename();
        schema.moveComment(
                new ObjectName(ObjectKind.COLUMN, table.name(), old),
                new ObjectName(ObjectKind.COLUMN, table.name(), newName));
    }
}
