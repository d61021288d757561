package dev.retort.internal.difference;

import dev.retort.internal.fold.InheritedColumns;
import dev.retort.internal.fold.RepeatedKeys;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.RowSecurity;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Creates tables, each after those that it refers to; where these form a cycle, a foreign key comes afterwards. */
final class CreatedTables {

    private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    private final Schema from;
    private final Schema to;
    private final DifferenceRules rules;
    private final Changes changes;
    private final Set<QualifiedName> done = new HashSet<>();
    private final Set<QualifiedName> begun = new LinkedHashSet<>();

    CreatedTables(List<Table> tables, Schema from, Schema to, DifferenceRules rules, Changes changes) {
        tables.forEach(table -> this.tables.put(table.name(), table));
        this.from = from;
        this.to = to;
        this.rules = rules;
        this.changes = changes;
    }

    void create() {
        tables.values().forEach(this::create);
    }

    private void create(Table table) {
        if (isBeforeItsWhole(table) || !begun.add(table.name())) {
            return;
        }
        Table.PartitionOf partition = table.options().partitionOf();
        List<QualifiedName> before = new ArrayList<>(table.options().inherits());
        if (partition != null) {
            before.add(partition.table());
        }
        foreignKeys(table).forEach(key -> {
            before.add(key.referencedTable());
            before.addAll(partitions(key.referencedTable()));
        });
        before.stream().map(tables::get).filter(Objects::nonNull).forEach(this::create);
        List<Constraint> now = new ArrayList<>();
        List<Constraint> repeated = rules.folding().mergesKeys() ? RepeatedKeys.of(table.constraints()) : List.of();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.ForeignKey key && isLater(table, key)) {
                changes.add(
                        Phase.REFERENCES,
                        new ObjectName(ObjectKind.CONSTRAINT, table.name(), Objects.requireNonNullElse(key.name(), "")),
                        new AddConstraint(table.name(), key));
            } else if (constraint.isNotValid() || repeated.contains(constraint)) {
                // A table that is created has no rows that were not checked, and no two keys of one index.
                changes.add(
                        Phase.KEYS,
                        new ObjectName(
                                ObjectKind.CONSTRAINT, table.name(), Objects.requireNonNullElse(constraint.name(), "")),
                        new AddConstraint(table.name(), constraint));
            } else {
                now.add(constraint);
            }
        }
        createNow(written(table.withConstraints(now)));
        if (partition == null) {
            table.columns()
                    .forEach(column -> changes.addAll(
                            Phase.TABLES,
                            table.objectName(),
                            rules.columnOptions(table.name(), rules.created(column), column)));
        } else {
            ownColumns(table);
        }
        changes.addAll(Phase.TABLES, table.objectName(), rules.options(bare(table), table));
        done.add(table.name());
    }

    /** Whether the table that it is a partition of is being created: the partition has its turn after that. */
    private boolean isBeforeItsWhole(Table table) {
        Table.PartitionOf partition = table.options().partitionOf();
        return partition != null && begun.contains(partition.table()) && !done.contains(partition.table());
    }

    /** They could not be dropped before what refers to their table, and so not in the inverse order of creating them. */
    private List<QualifiedName> partitions(QualifiedName table) {
        List<QualifiedName> partitions = new ArrayList<>();
        for (Table each : tables.values()) {
            Table.PartitionOf partition = each.options().partitionOf();
            if (partition != null && partition.table().equals(table)) {
                partitions.add(each.name());
                partitions.addAll(partitions(each.name()));
            }
        }
        return partitions;
    }

    private void createNow(Table table) {
        if (!rules.isUnspoken(table)) {
            changes.add(Phase.TABLES, table.objectName(), new CreateTable(HomeName.in(table, rules.folding()), false));
            return;
        }
        changes.addAll(Phase.TABLES, table.objectName(), rules.create(table));
        for (Index index : table.indexes()) {
            ObjectName name = ObjectName.of(
                    ObjectKind.INDEX, new QualifiedName(table.name().schema(), index.name()));
            changes.add(Phase.INDEXES, name, new CreateIndex(index, false, false));
        }
    }

    private static List<Constraint.ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .toList();
    }

    /** A table that is not there yet, or that gets the key it refers to after this one is created. */
    private boolean isLater(Table table, Constraint.ForeignKey key) {
        QualifiedName other = key.referencedTable();
        boolean itself = other.equals(table.name());
        boolean created = done.contains(other);
        return !itself && !created && !hasKey(key);
    }

    /** Whether the other table is there with the columns and the key that are referred to, and keeps them as they are. */
    private boolean hasKey(Constraint.ForeignKey key) {
        Optional<Table> old = from.table(key.referencedTable());
        Optional<Table> wanted = to.table(key.referencedTable());
        return old.isPresent()
                && wanted.isPresent()
                && types(old.get(), key).equals(types(wanted.get(), key))
                && keys(old.get(), key).equals(keys(wanted.get(), key));
    }

    /** Of the columns that are referred to; of all where the key does not name them. */
    private List<ColumnType> types(Table table, Constraint.ForeignKey key) {
        NormalForm form = new NormalForm(rules);
        return table.columns().stream()
                .filter(column -> key.referencedColumns().isEmpty()
                        || key.referencedColumns().contains(column.name()))
                .map(column -> form.of(column.type()))
                .toList();
    }

    /** Those that the foreign key may refer to. */
    private static List<Constraint> keys(Table table, Constraint.ForeignKey key) {
        return table.constraints().stream()
                .filter(each -> key.referencedColumns().isEmpty()
                        ? each instanceof Constraint.PrimaryKey
                        : each.accept(Constraint.COLUMNS).equals(key.referencedColumns())
                                && !(each instanceof Constraint.ForeignKey))
                .toList();
    }

    /** What a table is created with, without what only a change gives it. */
    private static Table bare(Table table) {
        return table.withOptions(table.options().withRowSecurity(RowSecurity.DISABLED));
    }

    /** A partition is created with the columns of its table, whatever became of its own afterwards. */
    private void ownColumns(Table partition) {
        List<Column> inherited = new InheritedColumns(to).inherited(partition);
        for (Column column : partition.columns()) {
            inherited.stream()
                    .filter(each -> rules.folding().same(each.name(), column.name()))
                    .map(each -> isInKey(partition, each) ? each.withNullable(false) : each)
                    .forEach(each -> new ColumnComparison(partition.name(), each, column, rules)
                            .changes(false)
                            .forEach(change -> changes.add(Phase.COLUMNS, partition.objectName(), change)));
        }
    }

    /** A column of a primary key cannot be empty. */
    private static boolean isInKey(Table table, Column column) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.PrimaryKey key
                        && key.columns().contains(column.name()));
    }

    private Table written(Table whole) {
        Table table = whole.options().partitionOf() == null ? whole : whole.withColumns(List.of());
        boolean comments = rules.folding().keepsComments();
        List<Column> columns = table.columns().stream()
                .map(column -> comments ? rules.created(column) : column.withComment(null))
                .toList();
        return table.withColumns(columns).withComment(comments ? table.comment() : null);
    }
}
