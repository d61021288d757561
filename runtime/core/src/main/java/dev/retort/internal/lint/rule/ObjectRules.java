package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.internal.dialect.BoundSql;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AddEnumValue;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.CreateExtension;
import dev.retort.internal.operation.CreateRoutine;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameEnum;
import dev.retort.internal.operation.RenameEnumValue;
import dev.retort.internal.operation.RenameSequence;
import dev.retort.internal.schema.Constraint;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules about objects other than tables, and about what keeps rows and rights as they are. */
final class ObjectRules {

    /** What an application names, besides tables and columns. */
    private static final Set<String> NAMED =
            Set.of("SCHEMA", "VIEW", "MATERIALIZED", "SEQUENCE", "TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "ROUTINE");

    static final List<LintRule> ALL = List.of(
            LintRule.ofChange(
                    Severity.WARNING,
                    "drop-schema",
                    "All that is in it is gone, or the statement fails.",
                    ObjectRules::dropSchema),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "drop-database",
                    "A migration changes a database, and is no place to drop one.",
                    ObjectRules::dropDatabase),
            LintRule.ofChange(
                    Severity.INFO,
                    "drop-not-null",
                    "An application that reads the column may not expect NULL.",
                    ObjectRules::dropNotNull),
            new LintRule(
                    "drop-constraint",
                    Severity.INFO,
                    "What it has kept out comes in, and it cannot be added again where that has happened.",
                    ObjectRules::dropConstraint),
            new LintRule(
                    "rename-object",
                    Severity.WARNING,
                    "An application that still has the old name fails from the commit on, until it is replaced.",
                    ObjectRules::renamed),
            LintRule.ofChange(
                    Severity.INFO,
                    "create-extension",
                    "It needs rights that the role of a migration often lacks, and files that not every server has.",
                    ObjectRules::extension),
            LintRule.ofStatement(
                    Severity.ERROR,
                    "transaction-control",
                    "A revision has a transaction of its own, and is refused where its SQL begins or ends one.",
                    ObjectRules::transaction),
            LintRule.ofChange(
                    Severity.INFO,
                    "enum-value-in-transaction",
                    "Nothing of the revision can use the new value, as it is not committed.",
                    ObjectRules::enumValue),
            LintRule.ofStatement(
                    Severity.INFO,
                    "replica-identity",
                    "With FULL each change writes the whole old row to the log, and subscribers search for it; with NOTHING they fail.",
                    ObjectRules::replicaIdentity),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "autovacuum-off",
                    "Dead rows are kept, and the table grows until somebody remembers.",
                    ObjectRules::autovacuum),
            LintRule.ofChange(
                    Severity.INFO,
                    "unlogged-table",
                    "Its rows are gone after a crash, and no replica has them.",
                    ObjectRules::unlogged),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "grant-to-public",
                    "PUBLIC is every role, also those that are created later.",
                    ObjectRules::grant),
            LintRule.ofChange(
                    Severity.WARNING,
                    "definer-search-path",
                    "Whoever calls it decides by his search path which tables and functions it finds, with the rights of its owner.",
                    ObjectRules::definer));

    private ObjectRules() {}

    private static @Nullable Remark unlogged(LintedChange change) {
        return change.operation() instanceof CreateTable create
                        && create.table().options().unlogged()
                ? Remark.at(change, "The table \"" + create.table().name() + "\" is not logged.")
                : null;
    }

    private static @Nullable Remark dropSchema(LintedChange change) {
        return change.operation() instanceof DropSchema drop
                ? Remark.at(change, "The schema \"" + drop.schema() + "\" is dropped.")
                : null;
    }

    private static @Nullable Remark dropDatabase(LintedStatement statement) {
        return statement.is("DROP", "DATABASE") ? Remark.at(statement, "A whole database is dropped.") : null;
    }

    private static @Nullable Remark dropNotNull(LintedChange change) {
        return change.operation() instanceof AlterColumn alter
                        && Boolean.TRUE.equals(alter.to().nullable())
                        && change.isInUse(alter.table())
                ? Remark.at(
                                change,
                                "The column \"" + alter.column() + "\" of \"" + alter.table()
                                        + "\" may be NULL from the commit on.")
                        .costing(change.costs())
                : null;
    }

    private static List<Remark> dropConstraint(LintedRevision revision) {
        List<Remark> remarks = new ArrayList<>();
        for (LintedChange change : revision.changes().toList()) {
            if (change.operation() instanceof DropConstraint drop
                    && change.isInUse(drop.table())
                    && !isReplaced(revision, change, drop)) {
                remarks.add(Remark.at(
                                change,
                                "The constraint \"" + drop.constraint() + "\" of \"" + drop.table()
                                        + "\" keeps nothing out any more.")
                        .costing(change.costs()));
            }
        }
        return remarks;
    }

    /** Whether a primary key is dropped, which has a rule of its own, or the revision itself adds what holds instead. */
    private static boolean isReplaced(LintedRevision revision, LintedChange change, DropConstraint drop) {
        Stream<Constraint> was = change.table(drop.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(each -> drop.constraint().equals(each.name()));
        boolean elsewhere = was.anyMatch(each -> each instanceof Constraint.PrimaryKey
                || each instanceof Constraint.Check check
                        && check.condition().toUpperCase(Locale.ROOT).matches("(?s).*\\bIS\\s+NOT\\s+NULL\\W*"));
        return elsewhere
                || revision.changes()
                        .anyMatch(each -> each.operation() instanceof AddConstraint add
                                && change.before().same(add.table(), drop.table())
                                && drop.constraint().equals(add.constraint().name()));
    }

    private static List<Remark> renamed(LintedRevision revision) {
        return revision.upgrade().stream()
                .flatMap(statement -> Stream.ofNullable(rename(statement)))
                .toList();
    }

    private static @Nullable Remark rename(LintedStatement statement) {
        Operation asked = statement.asked();
        List<SqlToken> tokens = statement.tokens();
        boolean sql = statement.is("ALTER")
                && tokens.size() > 4
                && NAMED.contains(tokens.get(1).upper())
                && statement.has("RENAME")
                && !statement.has("COLUMN")
                && !statement.has("ATTRIBUTE")
                && !statement.has("CONSTRAINT");
        if (sql) {
            String kind = tokens.get(1).isWord("MATERIALIZED")
                    ? "view"
                    : tokens.get(1).text().toLowerCase(Locale.ROOT);
            boolean value = statement.has("VALUE");
            return Remark.at(
                    statement, "A " + (value ? "value of a type" : kind) + " has another name from the commit on.");
        } else if (asked instanceof RenameEnum rename) {
            return Remark.at(
                    statement,
                    "The type \"" + rename.name() + "\" is \"" + rename.newName() + "\" from the commit on.");
        } else if (asked instanceof RenameSequence rename) {
            return Remark.at(
                    statement,
                    "The sequence \"" + rename.sequence() + "\" is \"" + rename.newName() + "\" from the commit on.");
        }
        return asked instanceof RenameEnumValue rename
                ? Remark.at(
                        statement, "A value of the type \"" + rename.name() + "\" has another name from the commit on.")
                : null;
    }

    private static @Nullable Remark extension(LintedChange change) {
        return change.operation() instanceof CreateExtension create
                ? Remark.at(
                        change, "The extension \"" + create.extension() + "\" is created by the role that migrates.")
                : null;
    }

    private static @Nullable Remark transaction(LintedStatement statement) {
        return !statement.tokens().isEmpty() && BoundSql.endsTransaction(statement.tokens())
                ? Remark.at(
                        statement,
                        statement.tokens().get(0).upper()
                                + " is in the SQL of a revision, which has a transaction of its own.")
                : null;
    }

    private static @Nullable Remark enumValue(LintedChange change) {
        boolean sql = change.statement().asked() instanceof Execute
                && !change.statement().inAutocommit();
        return sql
                        && change.operation() instanceof AddEnumValue add
                        && change.scene().hasBetterWays()
                ? Remark.at(change, "The value \"" + add.value() + "\" is added in the transaction of the revision.")
                        .insteadOf(change.scene().code(add))
                : null;
    }

    private static @Nullable Remark replicaIdentity(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.REPLICA_IDENTITY);
        return shape == null
                ? null
                : Remark.at(
                                statement,
                                "The replica identity of \""
                                        + shape.costs().get(0).table() + "\" is FULL or NOTHING from here on.")
                        .costing(shape.costs());
    }

    private static @Nullable Remark autovacuum(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.NO_AUTOVACUUM);
        return shape == null
                ? null
                : Remark.at(
                        statement, "Autovacuum leaves \"" + shape.costs().get(0).table() + "\" alone from here on.");
    }

    private static @Nullable Remark grant(LintedStatement statement) {
        List<SqlToken> tokens = statement.tokens();
        for (int i = 1; statement.is("GRANT") && i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("TO") && tokens.get(i + 1).isWord("PUBLIC")) {
                return Remark.at(statement, "The right is granted to PUBLIC, which is every role.");
            }
        }
        return null;
    }

    private static @Nullable Remark definer(LintedChange change) {
        return change.operation() instanceof CreateRoutine create
                        && create.routine().characteristics().securityDefiner()
                        && create.routine().characteristics().settings().keySet().stream()
                                .noneMatch("search_path"::equalsIgnoreCase)
                ? Remark.at(
                        change,
                        "The routine \"" + create.routine().signature().name()
                                + "\" runs with the rights of its owner, and with the search path of whoever calls it.")
                : null;
    }
}
