package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropConstraint;
import dev.retort.internal.operation.DropSchema;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.DropView;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.RenameTable;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about what the application that is running does not survive, and about what is lost. */
final class BreakingRules {

    static final List<LintRule> ALL = List.of(
            new LintRule(
                    "drop-column",
                    Severity.INFO,
                    "Its values are gone, and an application that still names it fails.",
                    BreakingRules::droppedColumns),
            LintRule.ofChange(
                    Severity.INFO,
                    "drop-table",
                    "Its rows are gone, and an application that still names it fails.",
                    BreakingRules::dropTable),
            new LintRule(
                    "rename-column",
                    Severity.WARNING,
                    "An application that still has the old name fails from the commit on, until it is replaced.",
                    BreakingRules::renamedColumns),
            new LintRule(
                    "rename-table",
                    Severity.WARNING,
                    "An application that still has the old name fails from the commit on, until it is replaced.",
                    BreakingRules::renamedTables),
            LintRule.ofChange(
                    Severity.WARNING,
                    "drop-cascade",
                    "What depends on it is dropped with it, whatever that is in the database that the script meets.",
                    BreakingRules::cascade));

    private BreakingRules() {}

    private static List<Remark> droppedColumns(LintedRevision revision) {
        return revision.changes()
                .filter(change -> change.operation() instanceof DropColumn drop
                        && change.isInUse(drop.table())
                        && revision.added(drop.table(), drop.column()).isEmpty())
                .map(change -> dropped(change, (DropColumn) change.operation()))
                .toList();
    }

    private static Remark dropped(LintedChange change, DropColumn drop) {
        return Remark.at(
                        change,
                        "The values of the column \"" + drop.column() + "\" of \"" + drop.table() + "\" are lost.")
                .costing(change.costs());
    }

    private static @Nullable Remark dropTable(LintedChange change) {
        return change.operation() instanceof DropTable drop && change.isInUse(drop.table())
                ? Remark.at(change, "The rows of \"" + drop.table() + "\" are lost.")
                        .costing(change.costs())
                : null;
    }

    private static List<Remark> renamedColumns(LintedRevision revision) {
        return revision.changes()
                .filter(change -> change.operation() instanceof AlterColumn alter
                        && alter.to().newName() != null
                        && change.isInUse(alter.table())
                        && revision.added(alter.table(), alter.column()).isEmpty()
                        && !hasColumn(revision, alter))
                .map(change -> renamed(change, (AlterColumn) change.operation()))
                .toList();
    }

    /** Whether another column has the old name at the end, such as one that is generated from it. */
    private static boolean hasColumn(LintedRevision revision, AlterColumn alter) {
        return revision.after().table(alter.table()).stream()
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> revision.after().same(column.name(), alter.column()));
    }

    private static Remark renamed(LintedChange change, AlterColumn alter) {
        String to = alter.to().newName();
        return Remark.at(
                        change,
                        "The column \"" + alter.column() + "\" of \"" + alter.table() + "\" is \"" + to
                                + "\" from the commit on.")
                .costing(change.costs())
                .insteadOf("// add \"" + to + "\", let the application write both, and then\n" + "backfill '"
                        + alter.table()
                        + "', set: '" + to + " = " + alter.column() + "', where: '" + to + " IS DISTINCT FROM "
                        + alter.column()
                        + "'\n// in a revision after it, when nobody reads the old one\ndropColumn '" + alter.table()
                        + "', '"
                        + alter.column() + "'");
    }

    private static List<Remark> renamedTables(LintedRevision revision) {
        return revision.changes()
                .filter(change -> change.operation() instanceof RenameTable rename
                        && change.isInUse(rename.table())
                        && !isNamed(revision, change, rename.table()))
                .map(change -> renamed(change, (RenameTable) change.operation()))
                .toList();
    }

    /** Whether something else has the old name at the end, such as a view of the table. */
    private static boolean isNamed(LintedRevision revision, LintedChange change, QualifiedName name) {
        return change.table(name).isPresent()
                && (revision.after().view(name).isPresent()
                        || revision.after().table(name).isPresent());
    }

    private static Remark renamed(LintedChange change, RenameTable rename) {
        return Remark.at(
                        change,
                        "The table \"" + rename.table() + "\" is \"" + rename.newName() + "\" from the commit on.")
                .costing(change.costs())
                .insteadOf(change.scene().code(rename) + "\ncreateView '"
                        + rename.table().name() + "', 'SELECT * FROM " + rename.newName() + "'");
    }

    private static @Nullable Remark cascade(LintedChange change) {
        String what = cascading(change.operation());
        return what == null ? null : Remark.at(change, "Whatever depends on " + what + " is dropped with it.");
    }

    private static @Nullable String cascading(Operation operation) {
        if (operation instanceof DropTable drop && drop.cascade()) {
            return "\"" + drop.table() + "\"";
        } else if (operation instanceof DropColumn drop && drop.cascade()) {
            return "the column \"" + drop.column() + "\"";
        } else if (operation instanceof DropConstraint drop && drop.cascade()) {
            return "the constraint \"" + drop.constraint() + "\"";
        } else if (operation instanceof DropView drop && drop.cascade()) {
            return "the view \"" + drop.view() + "\"";
        }
        return operation instanceof DropSchema drop && drop.cascade() ? "the schema \"" + drop.schema() + "\"" : null;
    }
}
