package dev.retort.internal.difference;

import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops tables, each before those that it refers to; where these form a cycle, a foreign key goes first. */
final class DroppedTables {

    private final List<Table> tables;
    private final Set<Constraint> released;
    private final DifferenceRules rules;
    private final Changes changes;

    /** @param released foreign keys that are dropped before */
    DroppedTables(List<Table> tables, Set<Constraint> released, DifferenceRules rules, Changes changes) {
        this.tables = tables;
        this.released = released;
        this.rules = rules;
        this.changes = changes;
    }

    /** @param taken names that are needed for something else: what has one, and what needs that, is dropped first */
    void drop(TakenNames taken) {
        List<Table> first = new ArrayList<>(
                tables.stream().filter(table -> taken.isTaken(table.name())).toList());
        for (int i = 0; i < first.size(); i++) {
            QualifiedName name = first.get(i).name();
            tables.stream()
                    .filter(table -> !first.contains(table))
                    .filter(table -> refers(table, name, released) || isChild(table, name))
                    .forEach(first::add);
        }
        drop(first, Phase.DROPPED_FIRST);
        drop(tables.stream().filter(table -> !first.contains(table)).toList(), Phase.DROPPED_TABLES);
    }

    private void drop(List<Table> those, Phase phase) {
        List<Table> left = new ArrayList<>(those);
        Set<Constraint> gone = new HashSet<>(released);
        while (!left.isEmpty()) {
            Table next = left.stream()
                    .filter(table -> isFree(table, left, gone))
                    .findFirst()
                    .orElseGet(() -> released(left.get(0), left, gone));
            changes.addLosing(
                    phase,
                    next.objectName(),
                    new DropTable(next.name(), false, false, rules.isUnspoken(next) ? null : without(next, gone)));
            left.remove(next);
        }
    }

    private static boolean isFree(Table table, List<Table> left, Set<Constraint> gone) {
        return left.stream()
                .filter(other -> !other.equals(table))
                .noneMatch(other -> refers(other, table.name(), gone) || isChild(other, table.name()));
    }

    private static boolean refers(Table other, QualifiedName table, Set<Constraint> gone) {
        return other.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.ForeignKey key
                        && key.referencedTable().equals(table)
                        && !gone.contains(key));
    }

    /** A partition goes with its table; it goes before, so that it can be created again after it. */
    private static boolean isChild(Table other, QualifiedName table) {
        Table.PartitionOf partition = other.options().partitionOf();
        return partition != null && partition.table().equals(table)
                || other.options().inherits().contains(table);
    }

    private Table released(Table table, List<Table> left, Set<Constraint> gone) {
        for (Table other : left) {
            for (Constraint constraint : other.constraints()) {
                boolean refers = constraint instanceof Constraint.ForeignKey key
                        && key.referencedTable().equals(table.name())
                        && !other.equals(table);
                if (refers && constraint.name() != null && gone.add(constraint)) {
                    changes.add(
                            Phase.RELEASED_REFERENCES,
                            new ObjectName(ObjectKind.CONSTRAINT, other.name(), constraint.name()),
                            new DropConstraint(
                                    constraint.name(),
                                    other.name(),
                                    ConstraintKind.FOREIGN_KEY,
                                    false,
                                    false,
                                    constraint));
                }
            }
        }
        return table;
    }

    private static Table without(Table table, Set<Constraint> gone) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !gone.contains(constraint))
                .toList());
    }
}
