package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Rows;
import dev.retort.LintFinding.Severity;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.NotNullByCheck;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Change;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.DropEnumValue;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.ReorderEnumValues;
import dev.retort.internal.operation.ValidateConstraint;
import dev.retort.internal.schema.Column;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about columns of tables in use. */
final class ColumnRules {

    static final List<LintRule> ALL = List.of(
            LintRule.ofChange(
                    Severity.ERROR,
                    "not-null-without-default",
                    "The rows that are there have no value for it, and whoever inserts rows without it is refused.",
                    ColumnRules::withoutDefault),
            LintRule.ofChange(
                    Severity.WARNING,
                    "set-not-null-scans",
                    "To make a column NOT NULL reads all rows while nobody can read or write the table, unless a valid check says so already.",
                    ColumnRules::setNotNull),
            LintRule.ofChange(
                    Severity.WARNING,
                    "volatile-default-rewrites",
                    "A default that has another value for each row makes the database write the whole table again; a constant does not.",
                    ColumnRules::volatileDefault),
            LintRule.ofChange(
                    Severity.WARNING,
                    "numbered-column-rewrites",
                    "A column that is numbered gets a value in each row, for which the whole table is written again.",
                    ColumnRules::numbered),
            LintRule.ofChange(
                    Severity.WARNING,
                    "generated-column-rewrites",
                    "A generated column that is stored gets a value in each row, for which the whole table is written again.",
                    ColumnRules::generated),
            LintRule.ofChange(
                    Severity.WARNING,
                    "column-constraint-scans",
                    "A constraint that comes with a column is compared with all rows while nobody can read or write the table.",
                    ColumnRules::withConstraint),
            LintRule.ofChange(
                    Severity.WARNING,
                    "column-rewrites",
                    "The type of the new column makes the database write the whole table again.",
                    ColumnRules::otherwise),
            LintRule.ofChange(
                    Severity.WARNING,
                    "type-change-rewrites",
                    "The table and its indexes are written again while nobody can read or write it.",
                    ColumnRules::typeChange),
            LintRule.ofChange(
                    Severity.WARNING,
                    "type-change-scans",
                    "The checks of the column are compared with all rows again while nobody can read or write the table.",
                    ColumnRules::typeScan),
            LintRule.ofChange(
                    Severity.WARNING,
                    "enum-change-rewrites",
                    "The type is created again, and all tables that have a column of it are written again.",
                    ColumnRules::enumChange));

    private ColumnRules() {}

    private static @Nullable AddColumn added(LintedChange change) {
        return change.operation() instanceof AddColumn add && change.isInUse(add.table()) ? add : null;
    }

    private static boolean hasValue(Column column) {
        return column.defaultValue() != null
                || column.generated() != null
                || column.identity() != null
                || ColumnType.isSerial(column.type());
    }

    private static @Nullable Remark withoutDefault(LintedChange change) {
        AddColumn add = change.operation() instanceof AddColumn each && change.mayHaveRows(each.table()) ? each : null;
        if (add == null || add.column().nullable() || hasValue(add.column())) {
            return null;
        }
        return Remark.at(
                        change,
                        "The column \"" + add.column().name()
                                + "\" is NOT NULL and has no default: it cannot be added to \"" + add.table()
                                + "\" where that has rows.")
                .costing(change.costs())
                .insteadOf(filled(change, add));
    }

    /** Nullable at first, then filled, then what it is to be. */
    private static @Nullable String filled(LintedChange change, AddColumn add) {
        Column column = add.column();
        return change.scene()
                .lines(
                        change.scene().code(with(add, nullable(column))),
                        fill(add, "…"),
                        change.scene().code(alter(add, ColumnChange.NONE.withNullable(false))));
    }

    private static String fill(AddColumn add, String value) {
        String name = add.column().name();
        return "backfill '" + add.table() + "', set: '" + name + " = "
                + value.replace("\\", "\\\\").replace("'", "\\'") + "', where: '" + name + " IS NULL'";
    }

    private static Column nullable(Column column) {
        return new Column(
                column.name(),
                column.type(),
                true,
                null,
                column.comment(),
                null,
                null,
                column.collation(),
                false,
                null,
                column.storage(),
                column.compression());
    }

    private static AddColumn with(AddColumn add, Column column) {
        return new AddColumn(add.table(), column, List.of(), null, add.ifNotExists());
    }

    private static AlterColumn alter(AddColumn add, ColumnChange to) {
        return new AlterColumn(add.table(), add.column().name(), to, ColumnChange.NONE);
    }

    private static @Nullable Remark setNotNull(LintedChange change) {
        if (!(change.operation() instanceof AlterColumn alter)
                || !Boolean.FALSE.equals(alter.to().nullable())
                || alter.to().type() != null
                || change.rows() != Rows.READ
                || !change.scene().hasBetterWays()) {
            return null;
        }
        NotNullByCheck better = new NotNullByCheck(alter, change.before());
        return change.remark().insteadOf(change.scene().code(List.of(better.check()), better.later()));
    }

    private static @Nullable AddColumn rewriting(LintedChange change) {
        AddColumn add = added(change);
        boolean rewrites = change.scene().hasBetterWays() && change.rows() == Rows.REWRITTEN;
        return rewrites ? add : null;
    }

    private static boolean isNumbered(Column column) {
        return column.identity() != null || ColumnType.isSerial(column.type());
    }

    private static @Nullable Remark volatileDefault(LintedChange change) {
        AddColumn add = rewriting(change);
        if (add == null
                || isNumbered(add.column())
                || add.column().generated() != null
                || !(add.column().defaultValue() instanceof DefaultValue.Expression value)) {
            return null;
        }
        ColumnChange later = new ColumnChange(null, null, null, new Change<>(value), null, null);
        List<Operation> first = List.of(with(add, nullable(add.column())), alter(add, later));
        String code = change.scene().lines(change.scene().code(first), fill(add, value.sql()));
        boolean required = !add.column().nullable();
        return change.remark()
                .insteadOf(
                        required && code != null
                                ? change.scene()
                                        .lines(
                                                code,
                                                change.scene().code(alter(add, ColumnChange.NONE.withNullable(false))))
                                : code);
    }

    private static @Nullable Remark numbered(LintedChange change) {
        AddColumn add = rewriting(change);
        return add != null && isNumbered(add.column()) ? change.remark() : null;
    }

    private static @Nullable Remark generated(LintedChange change) {
        AddColumn add = rewriting(change);
        if (add == null || add.column().generated() == null) {
            return null;
        }
        Column plain = nullable(add.column());
        return change.remark()
                .insteadOf(change.scene()
                        .lines(
                                change.scene().code(with(add, plain)),
                                "// a trigger that sets it for new rows, and then",
                                fill(add, add.column().generated().expression())));
    }

    private static @Nullable Remark otherwise(LintedChange change) {
        AddColumn add = rewriting(change);
        boolean other = add != null
                && !isNumbered(add.column())
                && add.column().generated() == null
                && add.column().defaultValue() == null;
        return other ? change.remark() : null;
    }

    private static @Nullable Remark withConstraint(LintedChange change) {
        AddColumn add = added(change);
        if (add == null || change.rows() != Rows.READ || !change.scene().hasBetterWays()) {
            return null;
        }
        AddColumn alone = new AddColumn(add.table(), add.column(), List.of(), null, add.ifNotExists());
        List<Operation> first = new java.util.ArrayList<>(List.of(alone));
        List<Operation> later = new java.util.ArrayList<>();
        for (Constraint constraint : add.constraints()) {
            AddConstraint named = new AddConstraint(add.table(), constraint);
            String name = constraint.name() == null ? GivenNames.of(named) : constraint.name();
            first.add(new AddConstraint(add.table(), constraint.named(name).notValidated()));
            later.add(new ValidateConstraint(add.table(), name));
        }
        boolean checked = add.constraints().stream()
                .allMatch(each -> each instanceof Constraint.Check || each instanceof Constraint.ForeignKey);
        return change.remark().insteadOf(checked ? change.scene().code(first, later) : null);
    }

    private static @Nullable Remark typeChange(LintedChange change) {
        if (!(change.operation() instanceof AlterColumn alter)
                || alter.to().type() == null
                || change.rows() != Rows.REWRITTEN
                || !change.scene().hasBetterWays()) {
            return null;
        }
        Column added = new Column(
                alter.column() + "_new",
                alter.to().type(),
                true,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null);
        if (dependsOnZone(change, alter)) {
            return Remark.at(
                            change,
                            change.blocking()
                                    .replaceFirst("again:", "again, unless the time zone of the session is UTC:"))
                    .costing(change.costs())
                    .insteadOf("// where the values are those of UTC\nexecute \"SET LOCAL TimeZone = 'UTC'\"\n"
                            + change.scene().code(alter.withoutFormer()));
        }
        AddColumn add = new AddColumn(alter.table(), added, List.of(), null, false);
        String value = alter.to().using() == null ? alter.column() : alter.to().using();
        return change.remark()
                .insteadOf(change.scene()
                        .lines(
                                change.scene().code(add),
                                "// a trigger, or the application, writes to both columns from here on",
                                fill(add, value),
                                "// in a revision after it, when nobody reads the old one",
                                "dropColumn '" + alter.table() + "', '" + alter.column() + "'",
                                "alterColumn '" + alter.table() + "', '" + added.name() + "', newColumnName: '"
                                        + alter.column() + "'"));
    }

    private static boolean dependsOnZone(LintedChange change, AlterColumn alter) {
        List<Cost> inUtc = change.scene()
                .costs()
                .of(alter, change.before(), change.scene().server().withUtc(true));
        return inUtc.stream().noneMatch(cost -> cost.rows() == Rows.REWRITTEN);
    }

    private static @Nullable Remark typeScan(LintedChange change) {
        boolean scans = change.operation() instanceof AlterColumn alter
                && alter.to().type() != null
                && change.rows() == Rows.READ
                && change.scene().hasBetterWays();
        return scans ? change.remark() : null;
    }

    private static @Nullable Remark enumChange(LintedChange change) {
        boolean changes =
                change.operation() instanceof DropEnumValue || change.operation() instanceof ReorderEnumValues;
        return changes && change.rows() == Rows.REWRITTEN && change.scene().hasBetterWays() ? change.remark() : null;
    }
}
