package dev.retort.internal.difference;

import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops tables, each before those that it refers to; where these form a cycle, a foreign key goes first. */
final class DroppedTables {

    private final List<Table> tables;
    private final Schema from;
    private final Set<Constraint> released;
    private final DifferenceRules rules;
    private final Changes changes;

    /** @param released foreign keys that are dropped before */
    DroppedTables(List<Table> tables, Schema from, Set<Constraint> released, DifferenceRules rules, Changes changes) {
        this.tables = tables;
        this.from = from;
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
            boolean detached = detach(next, left);
            changes.addLosing(
                    phase,
                    next.objectName(),
                    new DropTable(
                            next.name(),
                            false,
                            false,
                            isSaid(next) && !detached ? HomeName.in(without(next, gone), rules.folding()) : null));
            left.remove(next);
        }
    }

    /**
     * Detaches a partition of a table that stays where something refers to that, which keeps it from being dropped and not from
     * leaving; whether it did.
     */
    private boolean detach(Table table, List<Table> left) {
        Table.PartitionOf partition = table.options().partitionOf();
        if (partition == null || left.stream().anyMatch(other -> other.name().equals(partition.table()))) {
            return false;
        }
        Set<QualifiedName> names = wholes(table, from.tables().toList());
        boolean held = from.tables()
                .filter(other -> !names.contains(other.name()))
                .anyMatch(other -> names.stream().anyMatch(name -> refers(other, name, released)));
        if (held) {
            changes.add(
                    Phase.DETACHED,
                    table.objectName(),
                    new DetachPartition(
                            partition.table(),
                            HomeName.beside(partition.table(), table.name(), rules.folding()),
                            false,
                            partition.forValues()));
        }
        return held;
    }

    /** Whether a script has words for what it was: it has none for the columns of a partition that are not those of its table. */
    private boolean isSaid(Table table) {
        boolean own = table.options().partitionOf() != null && !table.columns().isEmpty();
        return !own && !rules.isUnspoken(table);
    }

    /** What refers to a table keeps its partitions as well. */
    private static boolean isFree(Table table, List<Table> left, Set<Constraint> gone) {
        Set<QualifiedName> names = wholes(table, left);
        return left.stream()
                .filter(other -> !other.equals(table))
                .noneMatch(other -> isChild(other, table.name())
                        || !names.contains(other.name()) && names.stream().anyMatch(name -> refers(other, name, gone)));
    }

    /** The table, that which it is a partition of, and so on. */
    private static Set<QualifiedName> wholes(Table table, List<Table> left) {
        Set<QualifiedName> names = new HashSet<>();
        Table.PartitionOf partition = table.options().partitionOf();
        for (QualifiedName name = table.name(); name != null && names.add(name); ) {
            name = partition == null ? null : partition.table();
            partition = partition == null ? null : partitionOf(partition.table(), left);
        }
        return names;
    }

    private static Table.@Nullable PartitionOf partitionOf(QualifiedName name, List<Table> left) {
        return left.stream()
                .filter(table -> table.name().equals(name))
                .map(table -> table.options().partitionOf())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
        Set<QualifiedName> names = wholes(table, left);
        for (Table other : left) {
            for (Constraint constraint : other.constraints()) {
                boolean refers = constraint instanceof Constraint.ForeignKey key
                        && names.contains(key.referencedTable())
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
