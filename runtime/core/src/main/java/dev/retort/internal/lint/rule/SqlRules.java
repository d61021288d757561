package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Rows;
import dev.retort.LintFinding.Severity;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.DefaultValue;
import dev.retort.internal.schema.Table;
import dev.retort.internal.sql.SqlToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about an author's SQL, and about what only SQL can get wrong. */
final class SqlRules {

    private static final Set<String> GUARDED =
            Set.of("TABLE", "INDEX", "SCHEMA", "SEQUENCE", "EXTENSION", "VIEW", "TRIGGER", "FUNCTION", "TYPE");

    static final List<LintRule> ALL = List.of(
            LintRule.ofStatement(
                    Severity.INFO,
                    "missing-if-exists",
                    "Where the object is there already, or gone already, the statement fails; outside of a transaction the script cannot"
                            + " be run again.",
                    SqlRules::unguarded),
            LintRule.ofStatement(
                    Severity.INFO,
                    "session-setting",
                    "A setting ends with its revision: the revisions after it do not have it.",
                    SqlRules::sessionSetting),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "lasting-setting",
                    "It is kept when the revision is over, for everybody, and no downgrade knows what it was.",
                    SqlRules::lastingSetting),
            LintRule.ofStatement(
                    Severity.ERROR,
                    "setting-without-effect",
                    "In a transaction the database does not listen to it, and says nothing.",
                    SqlRules::withoutEffect),
            new LintRule(
                    "enum-value-used-at-once",
                    Severity.ERROR,
                    "A new value of an enum type cannot be used before the transaction that has added it is committed.",
                    SqlRules::enumValue),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "name-too-long",
                    "The database cuts the name off without a word, and two long names may become one.",
                    SqlRules::longName),
            LintRule.ofChange(
                    Severity.ERROR,
                    "alter-impossible",
                    "The database has no such ALTER TABLE; the operation of the language builds the table again instead.",
                    SqlRules::impossible),
            LintRule.ofChange(
                    Severity.WARNING,
                    "table-rebuild",
                    "The table is copied, and nobody can write to the file until that is done.",
                    SqlRules::rebuild));

    private SqlRules() {}

    private static @Nullable Remark unguarded(LintedStatement statement) {
        boolean drop = statement.is("DROP");
        boolean create = statement.is("CREATE");
        List<SqlToken> tokens = statement.tokens();
        boolean beside = create && statement.has("CONCURRENTLY");
        if ((!drop && !create)
                || !statement.apart()
                || beside
                || statement.has("EXISTS")
                || statement.has("REPLACE")
                || statement.has("TEMP")
                || statement.has("TEMPORARY")) {
            return null;
        }
        String what = tokens.stream()
                .skip(1)
                .limit(4)
                .map(SqlToken::upper)
                .filter(GUARDED::contains)
                .findFirst()
                .orElse("");
        boolean ofTable = Set.of("TRIGGER", "FUNCTION", "TYPE").contains(what)
                || what.equals("VIEW") && !statement.has("MATERIALIZED");
        if (what.isEmpty() || create && ofTable) {
            return null;
        }
        return Remark.at(statement, statement.words() + " does not say IF " + (create ? "NOT " : "") + "EXISTS.");
    }

    private static @Nullable Remark sessionSetting(LintedStatement statement) {
        return SqlShapes.of(statement, SqlShape.Kind.SESSION_SETTING) == null
                ? null
                : Remark.at(statement, "The setting ends with this revision, which SET LOCAL would say.")
                        .insteadOf("execute '"
                                + statement
                                        .sql()
                                        .orElse("")
                                        .replaceFirst("(?i)^SET\\s+(SESSION\\s+)?", "SET LOCAL ")
                                        .replace("'", "\\'")
                                + "'");
    }

    private static @Nullable Remark lastingSetting(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.LASTING_SETTING);
        return shape == null ? null : Remark.at(statement, shape.words() + " outlives the revision.");
    }

    private static @Nullable Remark withoutEffect(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.WITHOUT_EFFECT);
        return shape == null || statement.inAutocommit()
                ? null
                : Remark.at(statement, shape.words() + " does nothing in the transaction of a revision.");
    }

    private static List<Remark> enumValue(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        Map<String, LintedStatement> added = new LinkedHashMap<>();
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.apart()) {
                added.clear();
                continue;
            }
            for (Map.Entry<String, LintedStatement> value : added.entrySet()) {
                if (uses(statement, value.getKey())) {
                    remarks.add(Remark.at(
                                    statement,
                                    "The value \"" + value.getKey()
                                            + "\" is used in the transaction that has added it, in line "
                                            + value.getValue().place().line() + ".")
                            .insteadOf(operation(value.getValue())));
                }
            }
            statement.changes().forEach(change -> {
                boolean inTransaction =
                        change.operation() instanceof AddEnumValue && statement.asked() instanceof Execute;
                if (inTransaction
                        && change.operation() instanceof AddEnumValue add
                        && change.scene().hasBetterWays()) {
                    added.put(add.value(), statement);
                }
            });
        }
        return remarks;
    }

    private static @Nullable String operation(LintedStatement statement) {
        return statement
                .scene()
                .code(statement.changes().stream().map(LintedChange::operation).toList());
    }

    private static boolean uses(LintedStatement statement, String value) {
        boolean inSql = statement.tokens().stream()
                .anyMatch(token ->
                        token.kind() == SqlToken.Kind.STRING && token.text().equals("'" + value + "'"));
        boolean inChange = statement.changes().stream().anyMatch(change -> isDefault(change, value));
        boolean inRows = statement.asked() instanceof UpdateRows update
                && update.values().containsValue(value);
        return inSql || inChange || inRows;
    }

    private static boolean isDefault(LintedChange change, String value) {
        DefaultValue found = null;
        if (change.operation() instanceof AddColumn add) {
            found = add.column().defaultValue();
        } else if (change.operation() instanceof AlterColumn alter && alter.to().defaultValue() != null) {
            found = alter.to().defaultValue().to();
        }
        return found instanceof DefaultValue.Literal literal && value.equals(literal.value());
    }

    private static @Nullable Remark longName(LintedStatement statement) {
        int longest = statement.scene().costs().longestName();
        return statement.tokens().stream()
                .filter(token -> token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER)
                .map(SqlToken::identifier)
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length > longest)
                .findFirst()
                .map(name -> Remark.at(
                        statement,
                        "The name \"" + name + "\" has more than " + longest
                                + " bytes; the database cuts off the rest."))
                .orElse(null);
    }

    private static @Nullable Remark impossible(LintedChange change) {
        if (change.scene().hasBetterWays() || change.statement().tokens().isEmpty()) {
            return null;
        }
        if (!isRefused(change)) {
            return null;
        }
        return Remark.at(change, change.statement().words() + " cannot do this: the database refuses it.")
                .insteadOf(change.scene().code(change.operation()));
    }

    private static boolean isRefused(LintedChange change) {
        Operation operation = change.operation();
        if (operation instanceof AddColumn add) {
            Cost cost = change.scene()
                    .costs()
                    .of(add, change.before(), change.scene().server())
                    .get(0);
            return cost.rows() == Rows.REWRITTEN || refers(add) && add.column().defaultValue() != null;
        } else if (operation instanceof DropColumn drop) {
            return change.table(drop.table())
                    .filter(table -> isNeeded(table, drop.column()))
                    .isPresent();
        } else if (operation instanceof AlterColumn alter) {
            return alter.to().type() != null || alter.to().defaultValue() != null;
        }
        return operation instanceof AddConstraint add && !(add.constraint() instanceof Constraint.Check);
    }

    private static boolean refers(AddColumn add) {
        return add.constraints().stream().anyMatch(Constraint.ForeignKey.class::isInstance);
    }

    private static boolean isNeeded(Table table, String column) {
        return table.constraints().stream()
                        .anyMatch(each -> each.accept(Constraint.COLUMNS).contains(column))
                || table.indexes().stream()
                        .anyMatch(index -> GivenNames.columns(index).contains(column));
    }

    private static @Nullable Remark rebuild(LintedChange change) {
        boolean rebuilds = !change.scene().hasBetterWays()
                && change.statement().tokens().isEmpty()
                && change.rows() == Rows.REWRITTEN;
        return rebuilds ? change.remark() : null;
    }
}
