package dev.retort.internal.difference;

import dev.retort.internal.fold.Folding;
import dev.retort.internal.fold.SerialColumns;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Compares two schemas, kind by kind. Uncertain objects of either are passed over. */
final class SchemaComparison {

    private Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes = new Changes();
    private final List<String> unreachable = new ArrayList<>();

    SchemaComparison(Schema from, Schema to, DifferenceRules rules, Map<ObjectName, String> renamed) {
        AppliedRenames renames = new AppliedRenames(renamed);
        Schema renamedFrom = renames.in(from, rules);
        this.from = spelledOut(renamedFrom, to, rules);
        this.to = spelledOut(to, renamedFrom, rules);
        this.rules = rules;
        renames.changes().forEach(change -> changes.add(Phase.RENAMES, change.about(), change.operation()));
    }

    /** With the sequences of columns that are numbered in another way in the other schema. */
    private static Schema spelledOut(Schema schema, Schema other, DifferenceRules rules) {
        return SerialColumns.spelledOut(
                schema,
                (table, column) -> other.table(table.name())
                        .flatMap(found -> found.columns().stream()
                                .filter(each -> rules.folding().same(each.name(), column.name()))
                                .findFirst())
                        .filter(each -> !ColumnType.isSerial(each.type()))
                        .isPresent(),
                rules.folding());
    }

    Difference difference() {
        new EnumComparison(from, to, rules, changes).compare();
        if (!rules.folding().keepsEnumTypes()) {
            // Columns that are dropped later have other values by then.
            from = new Folding(rules.folding())
                    .after(
                            from,
                            changes.of(Phase.TYPES).stream()
                                    .map(SchemaChange::operation)
                                    .toList());
        }
        ObjectComparison objects = new ObjectComparison(from, to, rules, changes);
        objects.compare();
        tables(objects.staying());
        new CommentComparison(from, to, rules, changes, changes.recreated(), objects::isLate).compare();
        List<SchemaChange> certain = changes.inOrder().stream()
                .filter(change -> !isUncertainColumn(change.about()))
                .toList();
        return new Difference(certain, new Renames(from, to, rules).candidates(), unreachable);
    }

    private void tables(SortedSet<ObjectName> stayingViews) {
        List<ReadRelations> reads = from.all(View.class)
                .filter(view -> stayingViews.contains(view.objectName()))
                .map(view -> ReadRelations.of(view, rules.folding()))
                .toList();
        TableComparison.Inherited inherited =
                new TableComparison.Inherited(TableComparison.Side.of(from), TableComparison.Side.of(to));
        List<Table> created = new ArrayList<>();
        List<Table> tables =
                to.tables().sorted(Comparator.comparingInt(this::nesting)).toList();
        for (Table table : tables) {
            Optional<Table> old = find(from, table);
            if (isUncertain(table.objectName())) {
                continue;
            } else if (old.isEmpty()) {
                created.add(table);
            } else {
                boolean read =
                        rules.folding().viewsKeepColumns() && reads.stream().anyMatch(view -> view.reads(table.name()));
                unreachable.addAll(rules.unreachable(old.get(), table));
                MovedPartition moved = MovedPartition.of(old.get(), table, from, to, rules);
                new TableComparison(moved, rules, changes, unreachable, inherited).compare(read);
            }
        }
        new CreatedTables(created, from, to, rules, changes).create();
        TakenNames taken = new TakenNames(to, rules.folding());
        List<Table> dropped = from.tables()
                .filter(table -> find(to, table).isEmpty() && !isUncertain(table.objectName()))
                .map(table -> taken.leftIn(table, changes))
                .toList();
        Set<Constraint> released = new HeldKeys(from, to, rules.folding(), changes).release();
        new DroppedTables(dropped, from, released, rules, changes).drop(taken);
    }

    /** A partition of a partition comes after that, which takes it along. */
    private int nesting(Table table) {
        Table.PartitionOf partition = table.options().partitionOf();
        Optional<Table> whole = partition == null ? Optional.empty() : to.table(partition.table());
        boolean nested =
                whole.filter(each -> each.options().partitionOf() != null).isPresent();
        return nested ? 1 + nesting(whole.orElseThrow()) : 0;
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

    private boolean isUncertainColumn(ObjectName name) {
        return name.kind() == ObjectKind.COLUMN
                && (from.uncertain().contains(name) || to.uncertain().contains(name));
    }

    private boolean isUncertain(ObjectName name) {
        return Certainty.isMissing(name, from, to);
    }
}
