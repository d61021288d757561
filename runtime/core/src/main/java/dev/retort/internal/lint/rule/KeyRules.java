package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules about keys, of new tables as well. */
final class KeyRules {

    static final List<LintRule> ALL = List.of(
            new LintRule(
                    "foreign-key-without-index",
                    Severity.INFO,
                    "To delete a row that others may refer to, the database reads all of their table each time.",
                    KeyRules::withoutIndex),
            LintRule.ofChange(
                    Severity.INFO,
                    "foreign-key-locks",
                    "Nobody can write to the table that it refers to, either, until the transaction ends.",
                    KeyRules::locks),
            new LintRule(
                    "foreign-key-twice",
                    Severity.INFO,
                    "Each of them is looked up for every row that is written.",
                    KeyRules::twice),
            new LintRule(
                    "foreign-key-of-other-type",
                    Severity.WARNING,
                    "Values are converted at each comparison, and what fits into one column may not fit into the other.",
                    KeyRules::ofOtherType),
            new LintRule(
                    "table-without-primary-key",
                    Severity.INFO,
                    "Its rows cannot be distinguished: by a backfill, by logical replication, and by most frameworks.",
                    KeyRules::withoutPrimaryKey));

    private KeyRules() {}

    private record Key(LintedChange change, QualifiedName table, Constraint.ForeignKey key) {}

    private static Stream<Key> keys(LintedRevision revision) {
        return revision.changes()
                .flatMap(change ->
                        keys(change.operation()).map(each -> new Key(change, table(change.operation()), each)));
    }

    private static QualifiedName table(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().name();
        }
        return operation instanceof AddColumn add ? add.table() : ((AddConstraint) operation).table();
    }

    private static Stream<Constraint.ForeignKey> keys(Operation operation) {
        Stream<Constraint> all = Stream.of();
        if (operation instanceof CreateTable create) {
            all = create.table().constraints().stream();
        } else if (operation instanceof AddColumn add) {
            all = add.constraints().stream();
        } else if (operation instanceof AddConstraint add) {
            all = Stream.of(add.constraint());
        }
        return all.filter(Constraint.ForeignKey.class::isInstance).map(Constraint.ForeignKey.class::cast);
    }

    private static List<Remark> withoutIndex(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        keys(revision).forEach(each -> {
            Optional<Table> table = revision.after().table(each.table());
            if (table.isPresent() && !isIndexed(table.get(), each.key().columns())) {
                remarks.add(Remark.at(
                                each.change(),
                                "No index of \"" + each.table() + "\" begins with "
                                        + String.join(", ", each.key().columns()) + ", which refers to \""
                                        + each.key().referencedTable() + "\".")
                        .insteadOf(index(each)));
            }
        });
        return remarks;
    }

    private static @Nullable Remark locks(LintedChange change) {
        return change.operation() instanceof AddColumn add && change.costs().size() > 1 && change.isInUse(add.table())
                ? Remark.at(
                                change,
                                change.statement().words() + " locks \""
                                        + change.costs().get(1).table() + "\" ("
                                        + change.costs().get(1).mode() + ") as well, to which the column \""
                                        + add.column().name() + "\" refers.")
                        .costing(change.costs())
                : null;
    }

    private static List<Remark> twice(LintedRevision revision) {
        return keys(revision)
                .filter(each -> revision.after().table(each.table()).stream()
                                .flatMap(table -> table.constraints().stream())
                                .filter(other -> other instanceof Constraint.ForeignKey key
                                        && key.columns().equals(each.key().columns())
                                        && key.referencedTable()
                                                .equals(each.key().referencedTable()))
                                .count()
                        > 1)
                .map(each -> Remark.at(
                        each.change(),
                        "Another foreign key of \"" + each.table() + "\" has the same columns and refers to \""
                                + each.key().referencedTable() + "\" too."))
                .toList();
    }

    private static @Nullable String index(Key each) {
        List<Index.Element> elements = new ArrayList<>();
        each.key().columns().forEach(column -> elements.add(new Index.Element.ColumnName(column)));
        String name =
                "ix_" + each.table().name() + "_" + String.join("_", each.key().columns());
        boolean apart = !(each.change().operation() instanceof CreateTable)
                && each.change().isInUse(each.table())
                && each.change().scene().hasBetterWays();
        Index index = new Index(name, each.table(), elements, false, null, List.of(), null, false);
        return each.change().scene().code(new CreateIndex(index, apart, false));
    }

    private static boolean isIndexed(Table table, List<String> columns) {
        Stream<List<String>> indexes =
                table.indexes().stream().filter(index -> index.where() == null).map(GivenNames::columns);
        Stream<List<String>> constraints = table.constraints().stream()
                .filter(each -> each instanceof Constraint.PrimaryKey || each instanceof Constraint.Unique)
                .map(each -> each.accept(Constraint.COLUMNS));
        return Stream.concat(indexes, constraints).anyMatch(each -> begins(each, columns));
    }

    private static boolean begins(List<String> index, List<String> columns) {
        return index.size() >= columns.size()
                && new HashSet<>(index.subList(0, columns.size())).equals(new HashSet<>(columns));
    }

    private static List<Remark> ofOtherType(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        keys(revision).forEach(each -> {
            Optional<Table> own = revision.after().table(each.table());
            Optional<Table> other = revision.after().table(each.key().referencedTable());
            if (own.isEmpty()
                    || other.isEmpty()
                    || !each.change().scene().costs().numbersHaveSizes()) {
                return;
            }
            List<String> referred = referred(each.key(), other.get());
            for (int i = 0; i < Math.min(referred.size(), each.key().columns().size()); i++) {
                Optional<ColumnType> from = type(own.get(), each.key().columns().get(i));
                Optional<ColumnType> to = type(other.get(), referred.get(i));
                if (from.isPresent() && to.isPresent() && differ(from.get(), to.get())) {
                    remarks.add(Remark.at(
                            each.change(),
                            "The column \"" + each.key().columns().get(i) + "\" of \"" + each.table()
                                    + "\" is of another type than \"" + referred.get(i) + "\" of \""
                                    + each.key().referencedTable() + "\", which it refers to."));
                }
            }
        });
        return remarks;
    }

    private static List<String> referred(Constraint.ForeignKey key, Table other) {
        return key.referencedColumns().isEmpty()
                ? other.constraints().stream()
                        .filter(Constraint.PrimaryKey.class::isInstance)
                        .findFirst()
                        .map(each -> each.accept(Constraint.COLUMNS))
                        .orElse(List.of())
                : key.referencedColumns();
    }

    private static Optional<ColumnType> type(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::type)
                .findFirst();
    }

    /** Only where both are of a kind whose sizes matter: a number of another size, or no number. */
    private static boolean differ(ColumnType from, ColumnType to) {
        ColumnType one = plain(from);
        ColumnType other = plain(to);
        return one instanceof ColumnType.Simple && other instanceof ColumnType.Simple && one != other;
    }

    private static ColumnType plain(ColumnType type) {
        if (type == ColumnType.Simple.SERIAL) {
            return ColumnType.Simple.INTEGER;
        } else if (type == ColumnType.Simple.BIGSERIAL) {
            return ColumnType.Simple.BIGINT;
        }
        return type == ColumnType.Simple.SMALLSERIAL ? ColumnType.Simple.SMALLINT : type;
    }

    private static List<Remark> withoutPrimaryKey(LintedRevision revision) {
        return revision.changes()
                .filter(change -> change.operation() instanceof CreateTable create
                        && create.table().options().partitionOf() == null
                        && create.table().options().inherits().isEmpty()
                        && !create.table().options().temporary()
                        && lacksKey(revision, create.table().name()))
                .map(change -> Remark.at(change, "The table \"" + table(change.operation()) + "\" has no primary key."))
                .toList();
    }

    private static boolean lacksKey(LintedRevision revision, QualifiedName table) {
        return revision.after()
                .table(table)
                .filter(found -> found.constraints().stream().noneMatch(Constraint.PrimaryKey.class::isInstance))
                .isPresent();
    }
}
