package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Rows;
import dev.retort.LintFinding.Severity;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.ChangedRows;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.ConstraintKind;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Deferral;
import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.UnderlyingIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rules about constraints that are added to tables in use. */
final class ConstraintRules {

    static final List<LintRule> ALL = List.of(
            LintRule.ofChange(
                    Severity.WARNING,
                    "foreign-key-scans",
                    "A foreign key is compared with all rows while neither its table nor the one that it refers to can be written to.",
                    ConstraintRules::foreignKey),
            new LintRule(
                    "several-foreign-keys",
                    Severity.WARNING,
                    "Each foreign key locks two tables until the transaction ends; two revisions that do so in another order wait"
                            + " for each other.",
                    ConstraintRules::several),
            LintRule.ofChange(
                    Severity.WARNING,
                    "check-scans",
                    "A check is compared with all rows while nobody can read or write the table.",
                    ConstraintRules::check),
            new LintRule(
                    "validated-at-once",
                    Severity.WARNING,
                    "In the transaction that has added the constraint, its strong lock is held while all rows are compared.",
                    ConstraintRules::validatedAtOnce),
            LintRule.ofChange(
                    Severity.WARNING,
                    "unique-builds-index",
                    "A unique constraint builds its index while nobody can read or write the table.",
                    ConstraintRules::unique),
            LintRule.ofChange(
                    Severity.WARNING,
                    "primary-key-builds-index",
                    "A primary key builds its index while nobody can read or write the table.",
                    ConstraintRules::primaryKey),
            LintRule.ofChange(
                    Severity.WARNING,
                    "primary-key-reads-rows",
                    "A primary key makes its columns NOT NULL, for which all rows are read unless they are so already.",
                    ConstraintRules::primaryKeyOfNullable),
            LintRule.ofChange(
                    Severity.WARNING,
                    "primary-key-dropped",
                    "Foreign keys and replication need the primary key, and the table is locked until another one is there.",
                    ConstraintRules::primaryKeyDropped),
            LintRule.ofChange(
                    Severity.WARNING,
                    "exclusion-scans",
                    "An exclusion constraint builds its index while nobody can read or write the table, and cannot be added in another way.",
                    ConstraintRules::exclusion),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "domain-rule",
                    "A rule of a domain is compared with every column of the domain, in all tables, while each is locked.",
                    ConstraintRules::domain),
            new LintRule(
                    "unique-on-existing-rows",
                    Severity.INFO,
                    "It fails where two rows have the same values.",
                    ConstraintRules::onExistingRows));

    private ConstraintRules() {}

    private static @Nullable AddConstraint added(LintedChange change, Class<? extends Constraint> kind) {
        boolean scans = change.scene().hasBetterWays() && change.blocksForLong();
        return scans && change.operation() instanceof AddConstraint add && kind.isInstance(add.constraint())
                ? add
                : null;
    }

    private static @Nullable Remark foreignKey(LintedChange change) {
        AddConstraint add = added(change, Constraint.ForeignKey.class);
        return add == null ? null : validatedLater(change, add);
    }

    private static @Nullable Remark check(LintedChange change) {
        AddConstraint add = added(change, Constraint.Check.class);
        return add == null ? null : validatedLater(change, add);
    }

    private static Remark validatedLater(LintedChange change, AddConstraint add) {
        String name = add.constraint().name() == null
                ? GivenNames.of(add)
                : add.constraint().name();
        AddConstraint first =
                new AddConstraint(add.table(), add.constraint().named(name).notValidated());
        ValidateConstraint second = new ValidateConstraint(add.table(), name);
        return change.remark().insteadOf(change.scene().code(List.of(first), List.of(second)));
    }

    private static List<Remark> several(LintedRevision revision) {
        List<LintedChange> keys = revision.changes()
                .filter(change -> change.operation() instanceof AddConstraint add
                        && add.constraint() instanceof Constraint.ForeignKey
                        && !change.statement().inAutocommit()
                        && change.costs().size() > 1)
                .toList();
        if (keys.size() < 2) {
            return List.of();
        }
        return List.of(Remark.at(
                        keys.get(1),
                        "The revision adds " + keys.size()
                                + " foreign keys in one transaction, each of which locks two tables.")
                .costing(keys.get(1).costs()));
    }

    private static List<Remark> validatedAtOnce(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, LintedChange> added = new HashMap<>();
        for (LintedChange change : revision.changes().toList()) {
            if (change.statement().apart()) {
                added.clear();
            } else if (change.operation() instanceof AddConstraint add
                    && add.constraint().isNotValid()
                    && change.isInUse(add.table())) {
                added.put(add.table() + "." + add.constraint().name(), change);
            } else if (change.operation() instanceof ValidateConstraint validate
                    && added.containsKey(validate.table() + "." + validate.constraint())) {
                remarks.add(Remark.at(
                                change,
                                "The constraint \"" + validate.constraint()
                                        + "\" is validated in the transaction that has added"
                                        + " it, while the lock of \"" + validate.table() + "\" is held.")
                        .costing(change.costs())
                        .insteadOf(
                                "// in a revision after it\n" + change.scene().code(validate)));
            }
        }
        return remarks;
    }

    private static boolean usesIndex(@Nullable UnderlyingIndex index) {
        return index != null && index.existing() != null;
    }

    private static @Nullable Remark unique(LintedChange change) {
        AddConstraint add = added(change, Constraint.Unique.class);
        if (add == null || !(add.constraint() instanceof Constraint.Unique unique)) {
            return null;
        }
        String name = unique.name() == null ? GivenNames.of(add) : unique.name();
        CreateIndex index = index(name, add.table(), unique.columns());
        Constraint using = new Constraint.Unique(
                name, List.of(), unique.deferral(), false, null, new UnderlyingIndex(List.of(), name, null));
        return change.remark().insteadOf(change.scene().code(index, new AddConstraint(add.table(), using)));
    }

    private static CreateIndex index(String name, QualifiedName table, List<String> columns) {
        List<Index.Element> elements = new ArrayList<>();
        columns.forEach(column -> elements.add(new Index.Element.ColumnName(column)));
        return new CreateIndex(new Index(name, table, elements, true, null, List.of(), null, false), true, false);
    }

    private static @Nullable Remark primaryKey(LintedChange change) {
        AddConstraint add = added(change, Constraint.PrimaryKey.class);
        if (add == null || !(add.constraint() instanceof Constraint.PrimaryKey key) || usesIndex(key.index())) {
            return null;
        }
        String name = key.name() == null ? GivenNames.of(add) : key.name();
        Constraint using = new Constraint.PrimaryKey(
                name, List.of(), Deferral.NOT_DEFERRABLE, null, new UnderlyingIndex(List.of(), name, null));
        return change.remark()
                .insteadOf(change.scene()
                        .code(index(name, add.table(), key.columns()), new AddConstraint(add.table(), using)));
    }

    private static @Nullable Remark primaryKeyOfNullable(LintedChange change) {
        AddConstraint add = added(change, Constraint.PrimaryKey.class);
        boolean reads = add != null
                && add.constraint() instanceof Constraint.PrimaryKey key
                && usesIndex(key.index())
                && change.rows() == Rows.READ;
        return reads ? change.remark() : null;
    }

    private static @Nullable Remark primaryKeyDropped(LintedChange change) {
        if (!(change.operation() instanceof DropConstraint drop)
                || change.costs().isEmpty()) {
            return null;
        }
        boolean key = drop.kind() == ConstraintKind.PRIMARY_KEY
                || change.table(drop.table()).stream()
                        .flatMap(table -> table.constraints().stream())
                        .anyMatch(each -> each instanceof Constraint.PrimaryKey
                                && drop.constraint().equals(each.name()));
        return key && change.scene().hasBetterWays()
                ? Remark.at(change, "The primary key of \"" + drop.table() + "\" is dropped.")
                        .costing(change.costs())
                : null;
    }

    private static @Nullable Remark exclusion(LintedChange change) {
        return added(change, Constraint.Exclude.class) == null ? null : change.remark();
    }

    private static @Nullable Remark domain(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.DOMAIN_RULE);
        return shape == null || statement.is("CREATE")
                ? null
                : Remark.at(
                        statement, shape.words() + " reads all tables with a column of the domain, and locks each.");
    }

    private static List<Remark> onExistingRows(LintedRevision revision) {
        return revision.changes()
                .map(change -> onExistingRows(revision, change))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Whether each row has NULL, or a number of its own, in a column that the revision itself adds. */
    private static boolean differs(LintedRevision revision, QualifiedName table, String column) {
        boolean updated = revision.upgrade().stream()
                .flatMap(statement -> ChangedRows.of(statement).stream())
                .anyMatch(rows -> revision.after().same(rows.table(), table));
        return !updated
                && revision.added(table, column)
                        .filter(added -> added.defaultValue() == null && added.generated() == null)
                        .isPresent();
    }

    private static @Nullable Remark onExistingRows(LintedRevision revision, LintedChange change) {
        List<String> columns = List.of();
        QualifiedName table = null;
        if (change.operation() instanceof CreateIndex create && create.index().unique()) {
            table = create.index().table();
            columns = GivenNames.columns(create.index());
        } else if (change.operation() instanceof AddConstraint add
                && add.constraint() instanceof Constraint.Unique unique
                && !usesIndex(unique.index())) {
            table = add.table();
            columns = unique.columns();
        }
        if (table == null || columns.isEmpty() || !change.isInUse(table) || !change.mayHaveRows(table)) {
            return null;
        }
        QualifiedName of = table;
        if (columns.stream().anyMatch(column -> differs(revision, of, column))) {
            return null;
        }
        String names = String.join(", ", columns);
        return Remark.at(change, "It fails where two rows of \"" + table + "\" have the same " + names + ".")
                .insteadOf("// look first: SELECT " + names + ", count(*) FROM " + table + " GROUP BY " + names
                        + " HAVING count(*) > 1");
    }
}
