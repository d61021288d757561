package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Rows;
import dev.retort.LintFinding.Severity;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AttachPartition;
import dev.retort.internal.operation.CreateTrigger;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropTrigger;
import dev.retort.internal.operation.RefreshView;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules about statements that lock a table or a view by themselves. */
final class StatementLockRules {

    static final List<LintRule> ALL = List.of(
            LintRule.ofStatement(
                    Severity.WARNING,
                    "lock-table",
                    "The table is locked for everybody until the transaction ends.",
                    StatementLockRules::lockTable),
            LintRule.ofChange(
                    Severity.WARNING,
                    "detach-not-concurrent",
                    "Whoever reads or writes the partitioned table waits.",
                    StatementLockRules::detach),
            LintRule.ofChange(
                    Severity.WARNING,
                    "attach-scans",
                    "All rows of the new partition are read, unless a check of it says that they belong there.",
                    StatementLockRules::attach),
            new LintRule(
                    "refresh-not-concurrent",
                    Severity.WARNING,
                    "Whoever reads the view waits until it is filled again.",
                    StatementLockRules::refreshed),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "table-repacked",
                    "The whole table is written again while nobody can read or write it.",
                    statement -> shaped(statement, SqlShape.Kind.REPACK)),
            LintRule.ofStatement(
                    Severity.WARNING,
                    "table-moved",
                    "The whole table is written again while nobody can read or write it.",
                    statement -> shaped(statement, SqlShape.Kind.MOVE)),
            LintRule.ofChange(
                    Severity.INFO,
                    "trigger-locks",
                    "Whoever writes to the table waits until the transaction ends.",
                    StatementLockRules::trigger),
            LintRule.ofStatement(
                    Severity.INFO,
                    "trigger-state-locks",
                    "Whoever writes to the table waits until the transaction ends, and what the trigger watches over is not watched.",
                    statement -> shaped(statement, SqlShape.Kind.TRIGGER_STATE)));

    private StatementLockRules() {}

    private static @Nullable Remark lockTable(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.LOCK_TABLE);
        boolean heavy = shape != null && shape.costs().stream().anyMatch(cost -> cost.keepsOut() == KeepsOut.EVERYBODY);
        return heavy ? shaped(statement, SqlShape.Kind.LOCK_TABLE) : null;
    }

    private static @Nullable Remark shaped(LintedStatement statement, SqlShape.Kind kind) {
        SqlShape shape = SqlShapes.of(statement, kind);
        if (shape == null) {
            return null;
        }
        List<Cost> costs = SqlShapes.inUse(statement, shape);
        String tables = costs.isEmpty() ? "a table" : "\"" + costs.get(0).table() + "\"";
        boolean all = costs.isEmpty() || costs.get(0).keepsOut() == KeepsOut.EVERYBODY;
        boolean rewrites = !costs.isEmpty() && costs.get(0).rows() == Rows.REWRITTEN;
        return Remark.at(
                        statement,
                        shape.words() + " locks " + tables
                                + (costs.isEmpty() ? "" : " (" + costs.get(0).mode() + ")")
                                + (rewrites ? " and writes all its rows again" : "") + ": nobody can "
                                + (all ? "read or write it" : "write to it") + " until "
                                + (statement.apart() ? "it is done." : "the transaction ends."))
                .costing(costs);
    }

    private static @Nullable Remark detach(LintedChange change) {
        return change.operation() instanceof DetachPartition detach
                        && !detach.concurrently()
                        && !change.costs().isEmpty()
                ? change.remark()
                        .insteadOf(change.scene()
                                .code(new DetachPartition(detach.table(), detach.partition(), true, detach.was())))
                : null;
    }

    private static @Nullable Remark attach(LintedChange change) {
        return change.operation() instanceof AttachPartition attach && change.rows() == Rows.READ
                ? change.remark()
                        .insteadOf("createCheckConstraint 'ck_"
                                + attach.partition().name() + "_bounds', '" + attach.partition()
                                + "', '…', notValid: true\n// in a revision after it\nvalidateConstraint 'ck_"
                                + attach.partition().name() + "_bounds', '" + attach.partition() + "'\n"
                                + change.scene().code(attach))
                : null;
    }

    private static List<Remark> refreshed(LintedRevision revision) {
        return Stream.concat(
                        revision.changes().map(StatementLockRules::refresh),
                        revision.upgrade().stream().map(StatementLockRules::refreshSql))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable Remark refreshSql(LintedStatement statement) {
        SqlShape shape = SqlShapes.of(statement, SqlShape.Kind.REFRESH);
        Remark remark = shaped(statement, SqlShape.Kind.REFRESH);
        return shape == null || remark == null
                ? null
                : remark.insteadOf(statement
                        .scene()
                        .code(new RefreshView(shape.costs().get(0).table(), true, true)));
    }

    private static @Nullable Remark refresh(LintedChange change) {
        return change.operation() instanceof RefreshView refresh
                        && !refresh.concurrently()
                        && refresh.withData()
                        && !change.costs().isEmpty()
                ? change.remark().insteadOf(change.scene().code(new RefreshView(refresh.view(), true, true)))
                : null;
    }

    private static @Nullable Remark trigger(LintedChange change) {
        boolean trigger = change.operation() instanceof CreateTrigger || change.operation() instanceof DropTrigger;
        return trigger && !change.costs().isEmpty() ? change.remark() : null;
    }
}
