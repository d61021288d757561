package dev.retort.internal.fold;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The constraints and indexes that a partition has because its table has them. In a schema it has its own alone. */
final class PartitionParts {

    private final WorkingSchema schema;

    PartitionParts(WorkingSchema schema) {
        this.schema = schema;
    }

    /** Those of a table, and those that it has from the table that it is a partition of. */
    List<Constraint> constraints(Table table) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        parent(table).ifPresent(parent -> all.addAll(constraints(parent)));
        return all;
    }

    List<Index> indexes(Table table) {
        List<Index> all = new ArrayList<>(table.indexes());
        parent(table).ifPresent(parent -> all.addAll(indexes(parent)));
        return all;
    }

    private Optional<Table> parent(Table table) {
        Table.PartitionOf partition = table.options().partitionOf();
        return partition == null ? Optional.empty() : schema.table(partition.table());
    }

    /** Whether the constraint is the one that a partition has from its table: a key has a name of its own there, a check has not. */
    boolean isFrom(Constraint inherited, Constraint own) {
        String name = inherited.name();
        String ownName = own.name();
        boolean free = !(own instanceof Constraint.Check);
        return inherited.named(null).equals(own.named(null))
                && (free || name == null || ownName == null || schema.rules.same(name, ownName));
    }

    boolean isFrom(Index inherited, Index own) {
        return inherited.named(own.name()).of(own.table()).equals(own);
    }

    /**
     * A partition that is a table of its own now: it keeps all that it had from its table, under the names that PostgreSQL
     * gives these unless somebody gave them others.
     */
    Table detached(Table partition) {
        List<Constraint> constraints = constraints(partition);
        List<Index> indexes = indexes(partition);
        Table table = partition
                .withOptions(partition.options().withPartitionOf(null))
                .withColumns(new TableParts(schema).columns(partition));
        Set<String> taken = new HashSet<>(new ConstraintFolding(schema).takenNames(table));
        for (Constraint inherited : constraints) {
            if (table.constraints().stream().noneMatch(own -> isFrom(inherited, own))) {
                table = with(table, inherited, taken);
            }
        }
        for (Index inherited : indexes) {
            if (table.indexes().stream().noneMatch(own -> isFrom(inherited, own))) {
                String name = DefaultNames.of(inherited, table, taken);
                taken.add(name);
                List<Index> all = new ArrayList<>(table.indexes());
                all.add(inherited.named(name).of(table.name()));
                all.sort(Comparator.comparing(Index::name));
                table = table.withIndexes(all);
            }
        }
        return table;
    }

    private Table with(Table table, Constraint inherited, Set<String> taken) {
        boolean keepsName = !TableParts.hasIndex(inherited)
                && table.constraints().stream()
                        .noneMatch(own -> inherited.name() != null
                                && own.name() != null
                                && schema.rules.same(own.name(), inherited.name()));
        Constraint kept = keepsName ? inherited : schema.rules.kept(inherited.named(null), table, taken);
        if (kept.name() != null) {
            taken.add(kept.name());
        }
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(kept);
        return table.withConstraints(all);
    }
}
