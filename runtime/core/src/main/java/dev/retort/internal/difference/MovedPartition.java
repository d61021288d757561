package dev.retort.internal.difference;

import dev.retort.internal.fold.Folding;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.Objects;

/**
 * A table before and after, which may leave a partitioned table and may become a partition of one: it is compared as the
 * table of its own that it is in between, with all that a partition has from its table.
 *
 * @param was as it was, and not part of the table that it leaves
 * @param is as it will be, and not yet part of the table that it joins
 * @param joined whether others become partitions of it
 */
record MovedPartition(Table from, Table to, Table was, Table is, boolean joined) {

    static MovedPartition of(Table old, Table wanted, Schema from, Schema to, DifferenceRules rules) {
        boolean joined = to.tables()
                .anyMatch(table -> isPartition(table, wanted)
                        && from.table(table.name())
                                .filter(before -> !isPartition(before, wanted))
                                .isPresent());
        return moves(old, wanted)
                ? new MovedPartition(old, wanted, alone(old, from, rules), alone(wanted, to, rules), joined)
                : new MovedPartition(old, wanted, old, wanted, joined);
    }

    private static boolean isPartition(Table table, Table of) {
        Table.PartitionOf partition = table.options().partitionOf();
        return partition != null && partition.table().equals(of.name());
    }

    private static boolean moves(Table old, Table wanted) {
        return !Objects.equals(old.options().partitionOf(), wanted.options().partitionOf());
    }

    private static Table alone(Table table, Schema schema, DifferenceRules rules) {
        Table.PartitionOf partition = table.options().partitionOf();
        return partition == null || schema.table(partition.table()).isEmpty()
                ? table
                : new Folding(rules.folding())
                        .after(
                                schema,
                                new DetachPartition(partition.table(), table.name(), false, partition.forValues()))
                        .table(table.name())
                        .orElse(table);
    }

    /** Whether it is part of another table first. */
    boolean leaves() {
        return moves(from, to) && from.options().partitionOf() != null;
    }

    /** Whether it is part of another table at last. */
    boolean joins() {
        return moves(from, to) && to.options().partitionOf() != null;
    }

    /** Whether all the columns that go have to be gone before tables become partitions. */
    boolean losesColumnsEarly() {
        return joins() || joined;
    }

    /**
     * Whether it has the constraint at last from the table that it joins, which creates it where it lacks. Where it is there
     * already, it gets the name that it would be created with, so that all partitions have those and can leave again.
     */
    boolean comes(Constraint constraint) {
        return joins()
                && !(constraint instanceof Constraint.Check)
                && !to.constraints().contains(constraint);
    }

    /** Whether it has to have the constraint before it can join the table. */
    boolean isRequired(Constraint constraint) {
        return joins()
                && constraint instanceof Constraint.Check
                && !to.constraints().contains(constraint);
    }

    boolean comes(Index index) {
        return joins() && !to.indexes().contains(index);
    }
}
