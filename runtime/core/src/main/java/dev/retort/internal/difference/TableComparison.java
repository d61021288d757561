package dev.retort.internal.difference;

import dev.retort.internal.fold.InheritedColumns;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.RenameIndex;
import dev.retort.internal.operation.SetTableComment;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What leads from a table to one of the same name: columns, constraints, indexes, options and the comment. */
final class TableComparison {

    private final MovedPartition moved;
    private final Table from;
    private final Table to;
    private final NormalForm form;
    private final DifferenceRules rules;
    private final Changes changes;
    private final List<String> unreachable;
    private final Inherited wholeOf;
    /** Columns that are dropped and created, so that what is about them has to be created as well. */
    private final List<String> created = new ArrayList<>();

    /** What tables have from others, on both sides. */
    record Inherited(Side from, Side to) {}

    /** @param inheriting by the tables that they inherit from */
    record Side(Schema schema, InheritedColumns columns, Map<QualifiedName, List<Table>> inheriting) {

        static Side of(Schema schema) {
            Map<QualifiedName, List<Table>> inheriting = new HashMap<>();
            schema.tables()
                    .forEach(table -> table.options()
                            .inherits()
                            .forEach(parent -> inheriting
                                    .computeIfAbsent(parent, any -> new ArrayList<>())
                                    .add(table)));
            return new Side(schema, new InheritedColumns(schema), inheriting);
        }

        List<Column> of(Table table) {
            return columns.of(table);
        }

        Optional<Table> table(QualifiedName name) {
            return schema.table(name);
        }

        List<Table> children(Table table) {
            return inheriting.getOrDefault(table.name(), List.of());
        }
    }

    /** @param unreachable where what no change can reach is added, as sentences */
    TableComparison(
            MovedPartition moved, DifferenceRules rules, Changes changes, List<String> unreachable, Inherited wholeOf) {
        this.moved = moved;
        this.from = moved.was();
        this.to = moved.is();
        this.rules = rules;
        this.form = new NormalForm(rules);
        this.changes = changes;
        this.unreachable = unreachable;
        this.wholeOf = wholeOf;
    }

    /** @param read whether a view that stays reads the table */
    void compare(boolean read) {
        columns(read);
        constraints();
        indexes();
        for (Operation option : rules.options(moved.from(), moved.to())) {
            Phase phase = option instanceof DetachPartition
                    ? Phase.DETACHED
                    : option instanceof AttachPartition ? Phase.ATTACHED : Phase.COLUMNS;
            changes.add(phase, to.objectName(), option);
        }
        if (rules.folding().keepsComments() && !Objects.equals(from.comment(), to.comment())) {
            changes.add(Phase.COMMENTS, to.objectName(), new SetTableComment(to.name(), to.comment(), from.comment()));
        }
    }

    private boolean same(String name, String other) {
        return rules.folding().same(name, other);
    }

    private Optional<Column> column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> same(column.name(), name))
                .findFirst();
    }

    private ObjectName part(ObjectKind kind, String name) {
        return new ObjectName(kind, to.name(), name);
    }

    private void columns(boolean read) {
        if (to.options().partitionOf() != null && from.options().partitionOf() != null) {
            partitionColumns();
            return;
        }
        for (Column column : to.columns()) {
            ObjectName about = part(ObjectKind.COLUMN, column.name());
            Optional<Column> old = column(from, column.name());
            if (old.isEmpty() && has(wholeOf.from().of(from), column)) {
                continue;
            } else if (old.isEmpty()) {
                add(about, rules.folding().keepsComments() ? column : column.withComment(null));
            } else {
                column(about, old.get(), column, read);
            }
        }
        for (Column column : from.columns()) {
            if (!has(wholeOf.to().of(to), column)) {
                drop(column);
            }
        }
    }

    private void drop(Column column) {
        Phase phase = moved.losesColumnsEarly() ? Phase.COLUMNS : Phase.DROPPED_COLUMNS;
        ObjectName about = part(ObjectKind.COLUMN, column.name());
        List<Table> children = wholeOf.from().children(from);
        boolean kept = children.stream().anyMatch(child -> isKept(child, column));
        List<Operation> only = kept ? rules.dropOnly(to.name(), column.name()) : List.of();
        if (only.isEmpty()) {
            changes.addLosing(phase, about, new DropColumn(to.name(), column.name(), false, false, spoken(column)));
            return;
        }
        only.forEach(operation -> changes.addLosing(phase, about, operation));
        for (Table child : children) {
            if (!isKept(child, column)
                    && !isOwn(child, column)
                    && wholeOf.to().table(child.name()).isPresent()) {
                changes.addLosing(
                        phase,
                        new ObjectName(ObjectKind.COLUMN, child.name(), column.name()),
                        new DropColumn(child.name(), column.name(), false, false, spoken(column)));
            }
        }
    }

    /** Whether a table that has the column from this one has it afterwards, too. */
    private boolean isKept(Table child, Column column) {
        return wholeOf.to()
                .table(child.name())
                .filter(table -> has(wholeOf.to().of(table), column))
                .isPresent();
    }

    private void add(ObjectName about, Column column) {
        Column created = rules.created(column);
        changes.add(Phase.COLUMNS, about, new AddColumn(to.name(), created, List.of(), null, false));
        changes.addAll(Phase.COLUMNS, about, rules.columnOptions(to.name(), created, column));
    }

    /** As far as a script can say what a dropped column was. */
    private static Column spoken(Column column) {
        return column.withToast(null, null).withAutoincrement(false).withOnConflict(null);
    }

    /** Whether it is there, though maybe not as the table's own. */
    private boolean has(List<Column> columns, Column column) {
        return columns.stream().anyMatch(each -> same(each.name(), column.name()));
    }

    /** It has all columns of its table, and those of its own are as they are not there. */
    private void partitionColumns() {
        List<Column> old = wholeOf.from().of(from);
        for (Column wanted : wholeOf.to().of(to)) {
            ObjectName about = part(ObjectKind.COLUMN, wanted.name());
            old.stream()
                    .filter(each -> same(each.name(), wanted.name()))
                    .filter(each -> isOwn(from, each) || isOwn(to, wanted))
                    .map(each -> takenAlong(each, wanted))
                    .forEach(each -> new ColumnComparison(to.name(), each, wanted, rules)
                            .changes(false)
                            .forEach(change -> changes.add(Phase.OWN_COLUMNS, about, change)));
        }
    }

    /** The column of a partition as it is after that of its table was changed. */
    private Column takenAlong(Column old, Column wanted) {
        Table.PartitionOf partition = Objects.requireNonNull(to.options().partitionOf());
        Column column = old.withType(wanted.type()).withCollation(wanted.collation());
        Optional<Column> after = ofWhole(wholeOf.to(), partition.table(), wanted);
        if (after.isPresent() && isChanged(partition.table(), wanted, Column::nullable)) {
            column = column.withNullable(after.get().nullable());
        }
        return after.isPresent() && isChanged(partition.table(), wanted, Column::defaultValue)
                ? column.withDefault(after.get().defaultValue())
                : column;
    }

    /** Whether the column of a table changes in this, or that of the table that it is a partition of. */
    private boolean isChanged(QualifiedName table, Column column, Function<Column, @Nullable Object> what) {
        Optional<Column> before = ofWhole(wholeOf.from(), table, column);
        Optional<Column> after = ofWhole(wholeOf.to(), table, column);
        boolean changed = before.isPresent()
                && after.isPresent()
                && !Objects.equals(what.apply(before.get()), what.apply(after.get()));
        Optional<QualifiedName> whole = wholeOf.to()
                .table(table)
                .map(found -> found.options().partitionOf())
                .map(Table.PartitionOf::table);
        return changed || whole.isPresent() && isChanged(whole.get(), column, what);
    }

    private Optional<Column> ofWhole(Side side, QualifiedName whole, Column column) {
        return side.table(whole).stream()
                .flatMap(table -> side.of(table).stream())
                .filter(each -> same(each.name(), column.name()))
                .findFirst();
    }

    private boolean isOwn(Table table, Column column) {
        return column(table, column.name()).isPresent();
    }

    private void column(ObjectName about, Column old, Column wanted, boolean read) {
        ColumnComparison comparison = new ColumnComparison(to.name(), old, wanted, rules);
        if (comparison.isComputedOtherwise()) {
            created.add(wanted.name());
            changes.add(Phase.COLUMNS, about, new DropColumn(to.name(), old.name(), false, false, spoken(old)));
            add(about, wanted);
            return;
        }
        changes.addAll(Phase.COLUMNS, about, rules.columnOptions(to.name(), old, wanted));
        comparison.changes(read).forEach(change -> changes.add(Phase.COLUMNS, about, change));
    }

    // ---- constraints ----

    private void constraints() {
        List<Constraint> added = new ArrayList<>(to.constraints());
        List<Constraint> dropped = new ArrayList<>(from.constraints());
        dropped.removeIf(
                constraint -> constraint.accept(Constraint.COLUMNS).stream().anyMatch(created::contains));
        match(added, dropped, (old, wanted) -> sameName(old, wanted) && sameBody(old, wanted));
        match(added, dropped, this::isValidated);
        match(added, dropped, this::isRenamed);
        added.removeIf(moved::comes);
        dropped.stream().filter(Constraint.ForeignKey.class::isInstance).forEach(this::drop);
        dropped.stream()
                .filter(constraint -> !(constraint instanceof Constraint.ForeignKey))
                .forEach(this::drop);
        for (Constraint constraint : added) {
            Phase phase = moved.isRequired(constraint)
                    ? Phase.COLUMNS
                    : constraint instanceof Constraint.ForeignKey ? Phase.REFERENCES : Phase.KEYS;
            changes.add(phase, part(ObjectKind.CONSTRAINT, name(constraint)), new AddConstraint(to.name(), constraint));
        }
    }

    private static String name(Constraint constraint) {
        return Objects.requireNonNullElse(constraint.name(), "");
    }

    private interface Pairing {
        boolean matches(Constraint old, Constraint wanted);
    }

    private static void match(List<Constraint> added, List<Constraint> dropped, Pairing pairing) {
        for (Constraint wanted : List.copyOf(added)) {
            Optional<Constraint> old = dropped.stream()
                    .filter(each -> pairing.matches(each, wanted))
                    .findFirst();
            if (old.isPresent()) {
                dropped.remove(old.get());
                added.remove(wanted);
            }
        }
    }

    private boolean sameName(Constraint old, Constraint wanted) {
        return old.name() == null || wanted.name() == null || same(old.name(), wanted.name());
    }

    private boolean sameBody(Constraint old, Constraint wanted) {
        return form.of(old).named(null).equals(form.of(wanted).named(null));
    }

    /** What was not checked against the rows there are, and is to be. */
    private boolean isValidated(Constraint old, Constraint wanted) {
        boolean validated = old.name() != null
                && sameName(old, wanted)
                && old.isNotValid()
                && !wanted.isNotValid()
                && sameBody(old.validated(), wanted);
        if (validated) {
            changes.add(
                    Phase.REFERENCES,
                    part(ObjectKind.CONSTRAINT, name(old)),
                    new ValidateConstraint(to.name(), name(old)));
        }
        return validated;
    }

    private boolean isRenamed(Constraint old, Constraint wanted) {
        boolean renamed =
                old.name() != null && wanted.name() != null && sameBody(old, wanted) && !isStaying(wanted.name());
        if (renamed) {
            changes.add(
                    moved.leaves() ? Phase.DETACHED_KEYS : Phase.RENAMED_KEYS,
                    part(ObjectKind.CONSTRAINT, name(old)),
                    new RenameConstraint(to.name(), name(old), name(wanted)));
        }
        return renamed;
    }

    /** Whether a constraint has the name that is not dropped before, as its own is to be another one. */
    private boolean isStaying(String name) {
        return from.constraints().stream()
                .filter(each -> each.name() != null && same(each.name(), name))
                .anyMatch(holder -> to.constraints().stream().anyMatch(each -> sameBody(holder, each)));
    }

    private void drop(Constraint constraint) {
        if (constraint.name() == null) {
            unreachable.add("A constraint of the table " + to.name()
                    + " has no name by which it could be dropped; create the table again without it.");
            return;
        }
        Phase phase = moved.leaves()
                ? Phase.DETACHED_KEYS
                : constraint instanceof Constraint.ForeignKey ? Phase.RELEASED_REFERENCES : Phase.RELEASED_KEYS;
        changes.add(
                phase,
                part(ObjectKind.CONSTRAINT, name(constraint)),
                new DropConstraint(
                        name(constraint), to.name(), constraint.accept(ConstraintKind.OF), false, false, constraint));
    }

    // ---- indexes ----

    private void indexes() {
        List<Index> left = from.indexes().stream()
                .filter(index -> index.elements().stream()
                        .noneMatch(element ->
                                element instanceof Index.Element.ColumnName column && created.contains(column.name())))
                .toList();
        indexes(left, to.indexes(), moved, new Steps(to.name(), rules, changes));
    }

    /** Of a materialized view. */
    static void indexes(List<Index> from, List<Index> to, QualifiedName view, DifferenceRules rules, Changes changes) {
        indexes(from, to, null, new Steps(view, rules, changes));
    }

    private record Steps(QualifiedName relation, DifferenceRules rules, Changes changes) {}

    private static void indexes(List<Index> from, List<Index> to, @Nullable MovedPartition moved, Steps steps) {
        QualifiedName table = steps.relation();
        NormalForm form = new NormalForm(steps.rules());
        boolean leaves = moved != null && moved.leaves();
        List<Index> added = new ArrayList<>(to);
        List<Index> dropped = new ArrayList<>(from);
        for (Index wanted : to) {
            Optional<Index> same = dropped.stream()
                    .filter(old -> steps.rules().folding().same(old.name(), wanted.name()))
                    .filter(old -> body(form, old, table).equals(body(form, wanted, table)))
                    .findFirst();
            same.ifPresent(old -> {
                dropped.remove(old);
                added.remove(wanted);
            });
        }
        for (Index wanted : List.copyOf(added)) {
            Optional<Index> renamed = dropped.stream()
                    .filter(old -> body(form, old, table).equals(body(form, wanted, table)))
                    .filter(old -> !isStaying(wanted, from, to, steps))
                    .findFirst();
            renamed.ifPresent(old -> {
                dropped.remove(old);
                added.remove(wanted);
                steps.changes()
                        .add(
                                leaves ? Phase.DETACHED_KEYS : Phase.RENAMED_KEYS,
                                name(old, table),
                                new RenameIndex(qualified(old, table), wanted.name()));
            });
        }
        for (Index old : dropped) {
            steps.changes()
                    .add(
                            leaves ? Phase.DETACHED_KEYS : Phase.RELEASED_KEYS,
                            name(old, table),
                            new DropIndex(qualified(old, table), table, false, false, false, old.of(table)));
        }
        for (Index wanted : added) {
            if (moved != null && moved.comes(wanted)) {
                continue;
            }
            steps.changes().add(Phase.INDEXES, name(wanted, table), new CreateIndex(wanted.of(table), false, false));
        }
    }

    /** Whether an index has the name of this one that is not dropped before, as its own is to be another one. */
    private static boolean isStaying(Index wanted, List<Index> from, List<Index> to, Steps steps) {
        NormalForm form = new NormalForm(steps.rules());
        return from.stream()
                .filter(each -> steps.rules().folding().same(each.name(), wanted.name()))
                .map(holder -> body(form, holder, steps.relation()))
                .anyMatch(holder -> to.stream()
                        .anyMatch(each -> body(form, each, steps.relation()).equals(holder)));
    }

    private static Index body(NormalForm form, Index index, QualifiedName table) {
        return form.of(index).named("").of(table);
    }

    private static QualifiedName qualified(Index index, QualifiedName table) {
        return new QualifiedName(table.schema(), index.name());
    }

    private static ObjectName name(Index index, QualifiedName table) {
        return ObjectName.of(ObjectKind.INDEX, qualified(index, table));
    }
}
