package dev.retort.internal.fold;

import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.RenameConstraint;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.ObjectKind;
import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the operations on constraints do. */
final class ConstraintFolding {

    private final WorkingSchema schema;
    private final Dependents dependents;
    private final TableParts parts;

    ConstraintFolding(WorkingSchema schema) {
        this.schema = schema;
        this.dependents = new Dependents(schema);
        this.parts = new TableParts(schema);
    }

    void add(AddConstraint operation) {
        Optional<Table> table = schema.table(operation.table());
        if (table.isEmpty()) {
            reference(null, operation.constraint());
            return;
        }
        schema.put(with(table.get(), operation.constraint()));
    }

    /** The table with one more constraint, and with what comes with it. */
    Table with(Table table, Constraint declared) {
        Constraint added = usingIndex(table, reference(table, declared));
        refuseUnknownColumns(table, added);
        Constraint kept = schema.rules.kept(added, table, added.name() == null ? takenNames(table) : Set.of());
        String name = kept.name();
        if (name != null && table.constraints().stream().anyMatch(each -> parts.isNamed(each, name))) {
            throw FoldingRefusal.taken("constraint \"" + name + "\" of the table \"" + table.name() + "\"");
        }
        if (kept instanceof Constraint.PrimaryKey
                && table.constraints().stream().anyMatch(Constraint.PrimaryKey.class::isInstance)) {
            throw FoldingRefusal.of(
                    "The table \"" + table.name() + "\" has a primary key already.", "Drop that first.");
        }
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(kept);
        Table with = table.withConstraints(all);
        if (kept instanceof Constraint.PrimaryKey key) {
            List<Column> columns = new ArrayList<>(with.columns());
            columns.replaceAll(column -> isAmong(column, key.columns()) ? column.withNullable(false) : column);
            columns.addAll(ofPartition(with, key));
            with = with.withColumns(columns);
        }
        String existing = existing(declared);
        return existing == null
                ? with
                : with.withIndexes(with.indexes().stream()
                        .filter(index -> !schema.rules.same(index.name(), existing))
                        .toList());
    }

    /** A partition has those columns as its own that can be empty in its table and not there. */
    private List<Column> ofPartition(Table table, Constraint.PrimaryKey key) {
        return table.options().partitionOf() == null
                ? List.of()
                : parts.inherited().inherited(table).stream()
                        .filter(column -> column.nullable() && isAmong(column, key.columns()))
                        .filter(column ->
                                table.columns().stream().noneMatch(own -> schema.rules.same(own.name(), column.name())))
                        .map(column -> column.withNullable(false))
                        .toList();
    }

    private boolean isAmong(Column column, List<String> names) {
        return names.stream().anyMatch(name -> schema.rules.same(name, column.name()));
    }

    /** The names that an index or a constraint of the table cannot have. */
    Set<String> takenNames(Table table) {
        Set<String> taken = new TreeSet<>();
        table.constraints().forEach(each -> taken.add(Objects.requireNonNullElse(each.name(), "")));
        for (Table other : schema.all(Table.class)) {
            if (Objects.equals(other.name().schema(), table.name().schema())) {
                taken.add(other.name().name());
                other.indexes().forEach(index -> taken.add(index.name()));
                other.constraints().stream()
                        .filter(TableParts::hasIndex)
                        .forEach(each -> taken.add(Objects.requireNonNullElse(each.name(), "")));
            }
        }
        return taken;
    }

    private static @Nullable String existing(Constraint constraint) {
        UnderlyingIndex index = constraint instanceof Constraint.PrimaryKey key
                ? key.index()
                : constraint instanceof Constraint.Unique unique ? unique.index() : null;
        return index == null ? null : index.existing();
    }

    /** An index that becomes a constraint gives it its columns and, where it has none, its name. */
    private Constraint usingIndex(Table table, Constraint constraint) {
        String existing = existing(constraint);
        if (existing == null) {
            return constraint;
        }
        Index index = table.indexes().stream()
                .filter(each -> schema.rules.same(each.name(), existing))
                .findFirst()
                .orElseThrow(() -> FoldingRefusal.unknown(
                        "index \"" + existing + "\" of the table \"" + table.name() + "\"",
                        existing,
                        table.indexes().stream().map(Index::name).toList()));
        List<String> columns = index.elements().stream()
                .filter(Index.Element.ColumnName.class::isInstance)
                .map(element -> ((Index.Element.ColumnName) element).name())
                .toList();
        String name = constraint.name() == null ? index.name() : constraint.name();
        UnderlyingIndex kept = index.include().isEmpty() && index.storage() == null
                ? null
                : new UnderlyingIndex(index.include(), null, index.storage());
        return constraint instanceof Constraint.PrimaryKey key
                ? new Constraint.PrimaryKey(name, columns, key.deferral(), key.onConflict(), kept)
                : new Constraint.Unique(
                        name,
                        columns,
                        ((Constraint.Unique) constraint).deferral(),
                        index.nullsNotDistinct(),
                        ((Constraint.Unique) constraint).onConflict(),
                        kept);
    }

    private void refuseUnknownColumns(Table table, Constraint constraint) {
        if (TableParts.hasAllColumns(table)) {
            constraint.accept(Constraint.COLUMNS).forEach(column -> parts.column(table, column));
        }
    }

    // ---- foreign keys ----

    /**
     * A foreign key by its full words: the referenced table as the value names it, and its columns where the database
     * keeps them.
     *
     * @param own null where the table is uncertain
     */
    private Constraint reference(@Nullable Table own, Constraint constraint) {
        if (!(constraint instanceof Constraint.ForeignKey key)) {
            return constraint;
        }
        if (!schema.rules.checksReferences()) {
            return schema.find(ObjectKind.TABLE, key.referencedTable(), Table.class)
                    .map(table -> key.referring(table.name(), key.referencedColumns()))
                    .orElse(key);
        }
        Optional<Table> referenced = own != null && schema.same(key.referencedTable(), own.name())
                ? Optional.of(own)
                : schema.table(key.referencedTable());
        List<String> columns = key.referencedColumns();
        if (referenced.isPresent() && TableParts.hasAllColumns(referenced.get())) {
            Table table = referenced.get();
            columns = columns.isEmpty() ? primaryKey(table) : columns;
            columns.forEach(column -> parts.column(table, column));
            refuseNotUnique(table, columns);
        }
        return key.referring(schema.kept(key.referencedTable()), columns);
    }

    private List<String> primaryKey(Table table) {
        return table.constraints().stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(key -> ((Constraint.PrimaryKey) key).columns())
                .findFirst()
                .orElseThrow(() -> FoldingRefusal.of(
                        "The table \"" + table.name() + "\" has no primary key for a foreign key to refer to.",
                        "Name the columns: references: '" + table.name() + ".column'."));
    }

    private void refuseNotUnique(Table table, List<String> columns) {
        if (uniques(table).stream().noneMatch(unique -> sameSet(unique, columns))) {
            throw FoldingRefusal.of(
                    "A foreign key refers to " + quoted(columns) + " of the table \"" + table.name()
                            + "\", on which there is no primary key and no unique constraint.",
                    "Add a unique constraint there first.");
        }
    }

    private static String quoted(List<String> columns) {
        return "\"" + String.join("\", \"", columns) + "\"";
    }

    private boolean sameSet(List<String> unique, List<String> columns) {
        return unique.size() == columns.size()
                && columns.stream()
                        .allMatch(column -> unique.stream().anyMatch(each -> schema.rules.same(each, column)));
    }

    /** The columns of the keys, unique constraints and unique indexes that a foreign key can refer to. */
    private static List<List<String>> uniques(Table table) {
        List<List<String>> uniques = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique) {
                uniques.add(constraint.accept(Constraint.COLUMNS));
            }
        }
        for (Index index : table.indexes()) {
            boolean plain = index.elements().stream().allMatch(Index.Element.ColumnName.class::isInstance);
            if (index.unique() && index.where() == null && plain) {
                uniques.add(index.elements().stream()
                        .map(element -> ((Index.Element.ColumnName) element).name())
                        .toList());
            }
        }
        return uniques;
    }

    /** The constraint, which refers to the table by its new name where it referred to it before. */
    static Constraint referring(Constraint constraint, Predicate<Constraint.ForeignKey> which, QualifiedName renamed) {
        return constraint instanceof Constraint.ForeignKey key && which.test(key)
                ? key.referring(renamed, key.referencedColumns())
                : constraint;
    }

    // ---- by name ----

    void drop(DropConstraint operation) {
        Optional<Table> known = operation.ifExists()
                        && schema.find(Dependents.table(operation.table())).isEmpty()
                ? Optional.empty()
                : schema.table(operation.table());
        if (known.isEmpty()) {
            return;
        }
        Table table = known.get();
        Optional<Constraint> found = parts.maybeConstraint(table, operation.constraint())
                .or(() -> operation.otherNames().stream()
                        .flatMap(name -> parts.maybeConstraint(table, name).stream())
                        .findFirst());
        if (found.isEmpty() && operation.ifExists()) {
            return;
        }
        Constraint constraint = found.orElseGet(() -> parts.constraint(table, operation.constraint()));
        releaseReferences(table, constraint, operation.cascade());
        List<Constraint> left =
                new ArrayList<>(schema.table(table.name()).orElse(table).constraints());
        left.remove(constraint);
        Table whole = schema.table(table.name()).orElse(table);
        schema.put(whole.withConstraints(left));
        schema.dropIndexComments(whole, whole.withConstraints(left));
        schema.moveComment(name(table, Objects.requireNonNullElse(constraint.name(), "")), null);
    }

    /** A unique constraint that a foreign key needs goes with it, or not at all. */
    private void releaseReferences(Table table, Constraint constraint, boolean cascade) {
        if (!TableParts.hasIndex(constraint) || !schema.rules.checksReferences()) {
            return;
        }
        List<String> columns = constraint.accept(Constraint.COLUMNS);
        Table without = table.withConstraints(table.constraints().stream()
                .filter(each -> !each.equals(constraint))
                .toList());
        Predicate<Dependents.Reference> needs =
                reference -> schema.same(reference.key().referencedTable(), table.name())
                        && sameSet(columns, reference.key().referencedColumns())
                        && uniques(without).stream().noneMatch(each -> sameSet(each, columns));
        List<String> needing = schema.all(Table.class).stream()
                .flatMap(other -> Dependents.foreignKeys(other).map(key -> new Dependents.Reference(other, key)))
                .filter(needs)
                .map(Dependents.Reference::toString)
                .toList();
        if (!needing.isEmpty() && !cascade) {
            throw FoldingRefusal.needed(
                    "constraint \"" + constraint.name() + "\" of the table \"" + table.name() + "\"", needing);
        }
        dependents.withoutForeignKeys(needs);
    }

    void rename(RenameConstraint operation) {
        Optional<Table> known = schema.table(operation.table());
        if (known.isEmpty()) {
            return;
        }
        Table table = known.get();
        Constraint constraint = parts.constraint(table, operation.constraint());
        if (parts.maybeConstraint(table, operation.newName()).isPresent()) {
            throw FoldingRefusal.taken(
                    "constraint \"" + operation.newName() + "\" of the table \"" + table.name() + "\"");
        }
        replace(table, constraint, constraint.named(operation.newName()));
        schema.moveComment(name(table, operation.constraint()), name(table, operation.newName()));
        if (TableParts.hasIndex(constraint)) {
            schema.moveComment(index(table, operation.constraint()), index(table, operation.newName()));
        }
    }

    private static ObjectName index(Table table, String constraint) {
        return ObjectName.of(ObjectKind.INDEX, new QualifiedName(table.name().schema(), constraint));
    }

    private static ObjectName name(Table table, String constraint) {
        return new ObjectName(ObjectKind.CONSTRAINT, table.name(), constraint);
    }

    void validate(ValidateConstraint operation) {
        Optional<Table> known = schema.table(operation.table());
        if (known.isEmpty()) {
            return;
        }
        Table table = known.get();
        Constraint constraint = parts.constraint(table, operation.constraint());
        replace(table, constraint, constraint.validated());
    }

    private void replace(Table table, Constraint old, Constraint changed) {
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.set(all.indexOf(old), changed);
        schema.put(table.withConstraints(all));
    }
}
