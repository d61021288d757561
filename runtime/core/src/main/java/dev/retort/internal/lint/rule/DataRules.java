package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.ChangedRows;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.DeleteRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules about rows. */
final class DataRules {

    static final List<LintRule> ALL = List.of(
            LintRule.ofStatement(
                    Severity.WARNING,
                    "update-without-where",
                    "All rows stay locked until the transaction ends, and each is written again.",
                    DataRules::withoutWhere),
            new LintRule(
                    "data-with-schema-change",
                    Severity.INFO,
                    "While rows are changed, the locks of the changes before them are held; and what fails takes both with it.",
                    DataRules::mixed),
            new LintRule(
                    "backfill-missing",
                    Severity.ERROR,
                    "The column was added without values, so that it cannot be NOT NULL where there are rows.",
                    DataRules::backfillMissing),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "truncate",
                    "All rows are gone, and nobody can read or write the table until the transaction ends.",
                    statement -> truncated(statement, SqlShape.Kind.TRUNCATE)),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "truncate-cascade",
                    "The rows of all tables that refer to it are gone as well.",
                    statement -> truncated(statement, SqlShape.Kind.TRUNCATE_CASCADE)));

    private DataRules() {}

    /** Whether it may take long, for all that is known of it. */
    static boolean changesManyRows(LintedStatement statement) {
        return ChangedRows.of(statement)
                .filter(rows -> !statement.isFresh(rows.table()))
                .filter(rows -> !(statement.asked() instanceof UpdateRows update && update.where() != null))
                .filter(rows -> !(statement.asked() instanceof DeleteRows delete && delete.where() != null))
                .isPresent();
    }

    /** Whether a query goes through rows of a table that is in use, for all that is known of it. */
    static boolean readsRows(LintedStatement statement) {
        boolean query =
                statement.is("SELECT") || statement.is("WITH") || statement.is("INSERT") && statement.has("SELECT");
        List<SqlToken> tokens = statement.tokens();
        for (int i = 0; query && i + 1 < tokens.size(); i++) {
            Optional<QualifiedName> table =
                    tokens.get(i).isWord("FROM") ? ChangedRows.named(statement, i + 1) : Optional.empty();
            if (table.filter(name -> statement.before().table(name).isPresent() && !statement.isFresh(name))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Remark withoutWhere(LintedStatement statement) {
        ChangedRows rows =
                ChangedRows.of(statement).filter(each -> !each.bounded()).orElse(null);
        if (rows == null || statement.isFresh(rows.table())) {
            return null;
        }
        boolean update = rows.verb().equalsIgnoreCase("update");
        return Remark.at(statement, rows.verb() + " changes all rows of \"" + rows.table() + "\" in one transaction.")
                .insteadOf(update ? backfill(statement, rows) : null);
    }

    private static String backfill(LintedStatement statement, ChangedRows rows) {
        String set = statement
                .sql()
                .flatMap(DataRules::assignments)
                .or(() -> values(statement.asked()))
                .orElse("'…'");
        return "backfill '" + rows.table() + "', set: " + set;
    }

    private static Optional<String> values(Operation asked) {
        return asked instanceof UpdateRows update
                        && update.values().keySet().stream().allMatch(name -> name.matches("\\w+"))
                ? Optional.of("["
                        + update.values().entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + groovy(entry.getValue()))
                                .collect(Collectors.joining(", "))
                        + "]")
                : Optional.empty();
    }

    private static String groovy(@Nullable Object value) {
        if (value instanceof dev.retort.internal.operation.SqlExpression sql) {
            return "sql('" + sql.sql().replace("\\", "\\\\").replace("'", "\\'") + "')";
        }
        return value instanceof String text
                ? "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
                : String.valueOf(value);
    }

    private static Optional<String> assignments(String sql) {
        int at = sql.toUpperCase(java.util.Locale.ROOT).indexOf(" SET ");
        return at < 0 || sql.contains("\n")
                ? Optional.empty()
                : Optional.of("'"
                        + sql.substring(at + 5).strip().replace("\\", "\\\\").replace("'", "\\'") + "'");
    }

    private static List<Remark> mixed(LintedRevision revision) {
        LintedChange locking = null;
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.apart()) {
                locking = null;
                continue;
            }
            Optional<ChangedRows> rows = ChangedRows.of(statement).filter(each -> !statement.isFresh(each.table()));
            if (rows.isPresent() && locking != null) {
                return List.of(Remark.at(
                                statement,
                                statement.words() + " changes rows of \""
                                        + rows.get().table() + "\" in the transaction in which "
                                        + locking.statement().words() + " in line "
                                        + locking.statement().place().line() + " has changed the schema.")
                        .insteadOf("// in a revision of its own"));
            }
            locking = statement.changes().stream()
                    .filter(change -> change.costs().stream().anyMatch(cost -> cost.keepsOut() != KeepsOut.NOBODY))
                    .findFirst()
                    .orElse(locking);
        }
        return List.of();
    }

    private static List<Remark> backfillMissing(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, LintedStatement> empty = new HashMap<>();
        for (LintedStatement statement : revision.upgrade()) {
            Optional<QualifiedName> filled = statement.asked() instanceof Backfill backfill
                    ? Optional.of(backfill.table())
                    : ChangedRows.of(statement).map(ChangedRows::table);
            filled.ifPresent(table -> empty.keySet().removeIf(key -> key.startsWith(table + ".")));
            if (statement.mayDoAnything()) {
                empty.clear();
            }
            for (LintedChange change : statement.changes()) {
                if (change.operation() instanceof AddColumn add && isEmpty(change, add)) {
                    empty.put(add.table() + "." + add.column().name(), statement);
                } else if (change.operation() instanceof AlterColumn alter
                        && Boolean.FALSE.equals(alter.to().nullable())
                        && empty.containsKey(alter.table() + "." + alter.column())) {
                    remarks.add(Remark.at(
                                    change,
                                    "The column \"" + alter.column() + "\" of \"" + alter.table()
                                            + "\" is made NOT NULL, and nothing has given it values.")
                            .insteadOf("backfill '" + alter.table() + "', set: '" + alter.column() + " = …', where: '"
                                    + alter.column() + " IS NULL'\n"
                                    + change.scene().code(alter.withoutFormer())));
                }
            }
        }
        return remarks;
    }

    private static boolean isEmpty(LintedChange change, AddColumn add) {
        return change.isInUse(add.table())
                && change.mayHaveRows(add.table())
                && add.column().nullable()
                && add.column().defaultValue() == null
                && add.column().generated() == null;
    }

    private static @Nullable Remark truncated(LintedStatement statement, SqlShape.Kind kind) {
        SqlShape shape = SqlShapes.of(statement, kind);
        if (shape == null) {
            return null;
        }
        Cost first = shape.costs().get(0);
        List<QualifiedName> all = ChangedRows.truncated(statement);
        List<QualifiedName> others = all.subList(shape.costs().size(), all.size());
        List<Cost> costs = new ArrayList<>(SqlShapes.inUse(statement, shape));
        others.stream()
                .filter(table -> !statement.isFresh(table))
                .forEach(table -> costs.add(new Cost(table, first.mode(), first.keepsOut(), first.rows())));
        String too = others.isEmpty() ? "" : ", and with them those of " + names(others);
        return Remark.at(
                        statement,
                        shape.words() + " takes all rows of " + names(all.subList(0, all.size() - others.size())) + too
                                + "; no downgrade brings them back.")
                .costing(costs);
    }

    private static String names(List<QualifiedName> tables) {
        return tables.stream().map(table -> "\"" + table + "\"").collect(Collectors.joining(", "));
    }
}
