package dev.retort.internal.difference;

import dev.retort.internal.fold.Fold;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Compares two schemas, kind by kind. Uncertain objects of either are passed over. */
final class SchemaComparison {

    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes = new Changes();
    private final List<String> unreachable = new ArrayList<>();

    SchemaComparison(Schema from, Schema to, DifferenceRules rules, Map<ObjectName, String> renamed) {
        List<Operation> renames = operations(renamed);
        Fold fold = new Fold(from, rules.folding());
        renamed(renames, fold);
        this.from = fold.schema();
        this.to = to;
        this.rules = rules;
    }

    /** The columns of a table before the table itself. */
    private static List<Operation> operations(Map<ObjectName, String> renamed) {
        Map<Operation, ObjectName> operations = new LinkedHashMap<>();
        renamed.forEach((name, newName) -> {
            if (name.kind() == ObjectKind.COLUMN) {
                String column = Objects.requireNonNull(name.part());
                operations.put(
                        new AlterColumn(name.name(), column, ColumnChange.rename(newName), ColumnChange.NONE), name);
            } else if (name.kind() == ObjectKind.ENUM_TYPE && name.part() != null) {
                operations.put(new RenameEnumValue(name.name(), name.part(), newName), name);
            }
        });
        renamed.forEach((name, newName) -> {
            if (name.kind() == ObjectKind.TABLE) {
                operations.put(new RenameTable(name.name(), newName), name);
            }
        });
        return new ArrayList<>(operations.keySet());
    }

    private void renamed(List<Operation> operations, Fold fold) {
        operations.forEach(operation -> {
            fold.apply(operation);
            changes.add(Phase.RENAMES, new ObjectName(ObjectKind.TABLE, about(operation), null), operation);
        });
    }

    private static QualifiedName about(Operation operation) {
        return operation instanceof AlterColumn alter
                ? alter.table()
                : operation instanceof RenameTable table ? table.table() : ((RenameEnumValue) operation).name();
    }

    Difference difference() {
        new EnumComparison(from, to, rules, changes).compare();
        ObjectComparison objects = new ObjectComparison(from, to, rules, changes);
        objects.compare();
        tables(objects.staying());
        new CommentComparison(from, to, rules, changes, changes.recreated()).compare();
        return new Difference(changes.inOrder(), new Renames(from, to, rules).candidates(), unreachable);
    }

    private void tables(SortedSet<ObjectName> stayingViews) {
        List<ReadRelations> reads = from.all(View.class)
                .filter(view -> stayingViews.contains(view.objectName()))
                .map(view -> ReadRelations.of(view, rules.folding()))
                .toList();
        List<Table> created = new ArrayList<>();
        for (Table table : to.tables().toList()) {
            Optional<Table> old = find(from, table);
            if (isUncertain(table.objectName())) {
                continue;
            } else if (old.isEmpty()) {
                created.add(table);
            } else {
                boolean read = reads.stream().anyMatch(view -> view.reads(table.name()));
                unreachable.addAll(rules.unreachable(old.get(), table));
                new TableComparison(old.get(), table, rules, changes).compare(read);
            }
        }
        new CreatedTables(created, rules, changes).create();
        List<Table> dropped = from.tables()
                .filter(table -> find(to, table).isEmpty() && !isUncertain(table.objectName()))
                .toList();
        new DroppedTables(dropped, changes).drop();
    }

    private Optional<Table> find(Schema schema, Table wanted) {
        return schema.table(wanted.name())
                .or(() -> schema.tables()
                        .filter(table -> Objects.equals(
                                        table.name().schema(), wanted.name().schema())
                                && rules.folding()
                                        .same(table.name().name(), wanted.name().name()))
                        .findFirst());
    }

    private boolean isUncertain(ObjectName name) {
        return Certainty.isMissing(name, from, to);
    }
}
