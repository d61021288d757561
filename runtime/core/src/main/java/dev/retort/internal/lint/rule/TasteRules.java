package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.QualifiedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules that one project wants and another does not: nobody gets them without asking. */
final class TasteRules {

    /** More columns than these make an index wide. */
    private static final int COLUMNS = 3;

    static final List<LintRule> ALL = Stream.of(
                    new LintRule(
                            "no-statement-timeout",
                            Severity.INFO,
                            "A statement that takes longer than anybody thought keeps its locks for as long.",
                            TasteRules::noTimeout),
                    new LintRule(
                            "alters-not-combined",
                            Severity.INFO,
                            "One ALTER TABLE may have several changes, and locks the table once.",
                            TasteRules::notCombined),
                    LintRule.ofChange(
                            Severity.INFO,
                            "wide-index",
                            "Few queries search by so many columns, and every write pays for them.",
                            TasteRules::wideIndex),
                    LintRule.ofChange(
                            Severity.INFO,
                            "constraint-without-name",
                            "The database gives it a name, by which it has to be dropped one day.",
                            TasteRules::withoutName),
                    LintRule.ofChange(
                            Severity.INFO,
                            "table-without-schema",
                            "Which table it is depends on the search path.",
                            TasteRules::withoutSchema),
                    new LintRule(
                            "table-without-comment",
                            Severity.INFO,
                            "Who meets it in the database has nothing but its name.",
                            TasteRules::withoutComment),
                    LintRule.ofChange(
                            Severity.INFO,
                            "foreign-key-cascades",
                            "Rows are deleted that no statement names, however many there are.",
                            TasteRules::cascades),
                    LintRule.ofChange(
                            Severity.INFO,
                            "enum-value-without-place",
                            "It comes last in every ORDER BY, and its place cannot be changed.",
                            TasteRules::withoutPlace),
                    LintRule.ofStatement(
                            Severity.INFO,
                            "domain-with-check",
                            "To change the check one day reads all tables with a column of the domain.",
                            TasteRules::domain))
            .map(LintRule::onRequest)
            .toList();

    private TasteRules() {}

    private static List<Remark> noTimeout(LintedRevision revision) {
        for (LintedStatement statement : revision.upgrade()) {
            List<Cost> costs = Stream.concat(
                            statement.changes().stream().flatMap(change -> change.costs().stream()),
                            statement.shape().stream().flatMap(shape -> SqlShapes.inUse(statement, shape).stream()))
                    .filter(cost -> cost.keepsOut() != KeepsOut.NOBODY)
                    .toList();
            if (statement.is("SET") && statement.tokens().stream().anyMatch(each -> each.isWord("statement_timeout"))) {
                return List.of();
            } else if (!costs.isEmpty() && isUnlimited(revision, statement)) {
                return List.of(Remark.at(
                                statement,
                                statement.words() + " may take any time, with \""
                                        + costs.get(0).table() + "\" locked.")
                        .costing(costs)
                        .insteadOf(StatementLimits.WORDS.get(1) + " '1m'"));
            }
        }
        return List.of();
    }

    private static boolean isUnlimited(LintedRevision revision, LintedStatement statement) {
        StatementLimits limits =
                revision.header().limits().orElse(statement.scene().limits());
        Duration limit = limits.statement();
        return statement.scene().hasBetterWays() && (limit == null || limit.isZero());
    }

    private static List<Remark> notCombined(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Set<QualifiedName> altered = new HashSet<>();
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.apart()) {
                altered.clear();
                continue;
            }
            Set<QualifiedName> tables = new HashSet<>();
            statement.changes().stream()
                    .filter(change -> change.scene().hasBetterWays())
                    .forEach(change -> Stream.ofNullable(altered(change)).forEach(tables::add));
            tables.stream()
                    .filter(table -> !altered.add(table))
                    .forEach(table -> remarks.add(Remark.at(
                            statement, "The table \"" + table + "\" is altered once more in the same transaction.")));
        }
        return remarks;
    }

    private static @Nullable QualifiedName altered(LintedChange change) {
        Operation operation = change.operation();
        QualifiedName table = null;
        if (operation instanceof AddColumn add) {
            table = add.table();
        } else if (operation instanceof AlterColumn alter && alter.to().newName() == null) {
            table = alter.table();
        } else if (operation instanceof DropColumn drop) {
            table = drop.table();
        } else if (operation instanceof AddConstraint add) {
            table = add.table();
        }
        return table == null
                ? null
                : change.table(table).map(found -> found.name()).orElse(table);
    }

    private static @Nullable Remark wideIndex(LintedChange change) {
        return change.operation() instanceof CreateIndex create
                        && !create.index().unique()
                        && create.index().elements().size() > COLUMNS
                ? Remark.at(
                        change,
                        "The index \"" + create.index().name() + "\" has "
                                + create.index().elements().size() + " columns.")
                : null;
    }

    private static @Nullable Remark withoutName(LintedChange change) {
        return change.statement().sql().isPresent()
                        && change.operation() instanceof AddConstraint add
                        && add.constraint().name() == null
                ? Remark.at(change, "The constraint of \"" + add.table() + "\" has no name.")
                : null;
    }

    private static @Nullable Remark withoutSchema(LintedChange change) {
        QualifiedName table = null;
        Operation operation = change.operation();
        if (operation instanceof CreateTable create) {
            table = create.table().options().temporary() ? null : create.table().name();
        } else if (operation instanceof DropTable drop) {
            table = drop.table();
        } else if (operation instanceof RenameTable rename) {
            table = rename.table();
        } else if (altered(change) != null) {
            table = written(operation);
        }
        return table == null || table.schema() != null
                ? null
                : Remark.at(change, "The table \"" + table + "\" is named without its schema.");
    }

    private static @Nullable QualifiedName written(Operation operation) {
        if (operation instanceof AddColumn add) {
            return add.table();
        } else if (operation instanceof AlterColumn alter) {
            return alter.table();
        } else if (operation instanceof DropColumn drop) {
            return drop.table();
        }
        return operation instanceof AddConstraint add ? add.table() : null;
    }

    private static List<Remark> withoutComment(LintedRevision revision) {
        return revision.changes()
                .filter(change -> change.operation() instanceof CreateTable create
                        && revision.after()
                                .table(create.table().name())
                                .filter(table -> table.comment() == null)
                                .isPresent())
                .map(change -> Remark.at(
                        change,
                        "The table \""
                                + ((CreateTable) change.operation()).table().name() + "\" has no comment."))
                .toList();
    }

    private static @Nullable Remark cascades(LintedChange change) {
        Stream<Constraint> all = Stream.of();
        if (change.operation() instanceof CreateTable create) {
            all = create.table().constraints().stream();
        } else if (change.operation() instanceof AddColumn add) {
            all = add.constraints().stream();
        } else if (change.operation() instanceof AddConstraint add) {
            all = Stream.of(add.constraint());
        }
        return all.filter(
                        each -> each instanceof Constraint.ForeignKey key && "CASCADE".equalsIgnoreCase(key.onDelete()))
                .findFirst()
                .map(each -> Remark.at(
                        change,
                        "Rows are deleted with those of \"" + ((Constraint.ForeignKey) each).referencedTable()
                                + "\" that they refer to."))
                .orElse(null);
    }

    private static @Nullable Remark withoutPlace(LintedChange change) {
        return change.operation() instanceof AddEnumValue add && add.before() == null && add.after() == null
                ? Remark.at(
                        change, "The value \"" + add.value() + "\" comes last, as neither before nor after says where.")
                : null;
    }

    private static @Nullable Remark domain(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.DOMAIN_RULE);
        return shape != null && statement.is("CREATE")
                ? Remark.at(statement, "The domain is created with a check of its own.")
                : null;
    }
}
