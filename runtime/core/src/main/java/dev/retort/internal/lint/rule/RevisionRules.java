package dev.retort.internal.lint.rule;

import dev.retort.LintFinding.Severity;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.lint.LintRule;
import dev.retort.internal.lint.LintedChange;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.Remark;
import dev.retort.internal.operation.AddColumn;
import dev.retort.internal.operation.CreateTable;
import dev.retort.internal.operation.DropColumn;
import dev.retort.internal.operation.DropTable;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about a revision as a whole. */
final class RevisionRules {

    private static final Set<String> VAGUE = Set.of(
            "change",
            "changes",
            "fix",
            "fixes",
            "migration",
            "misc",
            "schema",
            "stuff",
            "test",
            "tmp",
            "update",
            "updates",
            "wip",
            "more",
            "new",
            "again",
            "temp",
            "todo",
            "the",
            "a",
            "some",
            "db",
            "database",
            "table",
            "tables",
            "column",
            "columns",
            "migrate",
            "revision",
            "alter",
            "edit",
            "tweak",
            "cleanup");

    static final List<LintRule> ALL = List.of(
            new LintRule(
                    "empty-downgrade",
                    Severity.WARNING,
                    "The downgrade succeeds, and nothing of the revision is reverted.",
                    RevisionRules::emptyDowngrade),
            new LintRule(
                    "downgrade-loses-data",
                    Severity.WARNING,
                    "Who downgrades loses what was there before the upgrade, and reads of it nowhere.",
                    RevisionRules::lossyDowngrade),
            new LintRule(
                    "vague-message",
                    Severity.INFO,
                    "Whoever reads the log in an incident has nothing but the message.",
                    RevisionRules::vagueMessage),
            new LintRule(
                    "empty-revision",
                    Severity.INFO,
                    "A revision that does nothing is one more to apply.",
                    RevisionRules::empty),
            LintRule.ofChange(
                    Severity.WARNING,
                    "exists-already",
                    "The statement does nothing, and what is there may be another one than what it describes.",
                    RevisionRules::existing),
            new LintRule(
                    "fails-in-chain",
                    Severity.ERROR,
                    "The revisions before it do not create what it needs, or have renamed it.",
                    RevisionRules::failing));

    private RevisionRules() {}

    private static List<Remark> emptyDowngrade(LintedRevision revision) {
        boolean said = revision.has("downgrade") && !revision.has("change") && !revision.has("irreversible");
        boolean does = revision.upgrade().stream().anyMatch(RevisionRules::isChange);
        if (!said || !does || isDescribed(revision) || !revision.downgrade().isEmpty()) {
            return List.of();
        }
        return List.of(new Remark(
                revision.place("downgrade"),
                Remark.DOWNGRADE,
                "The downgrade does nothing, though the upgrade does.",
                List.of(),
                inverse(revision)));
    }

    /** The author says what the downgrade leaves as it is, and who downgrades can read it. */
    private static boolean isDescribed(LintedRevision revision) {
        return revision.header()
                .block("downgrade")
                .filter(block -> block.text() != null)
                .isPresent();
    }

    private static boolean isChange(LintedStatement statement) {
        return statement.tokens().isEmpty() || !statement.is("SELECT") && !statement.is("SET");
    }

    /** What {@code change} would derive, where it can; else that there is none. */
    private static String inverse(LintedRevision revision) {
        List<Operation> back = new ArrayList<>();
        for (LintedStatement statement : revision.upgrade()) {
            if (statement.asked().inverse().reason() != null) {
                return "irreversible 'why'";
            }
            back.addAll(0, statement.asked().inverse().operations());
        }
        String code = revision.upgrade().get(0).scene().code(back);
        return code == null || code.isBlank() ? "irreversible 'why'" : "downgrade {\n" + code.indent(4) + "}";
    }

    private static List<Remark> lossyDowngrade(LintedRevision revision) {
        if (isDescribed(revision) || !revision.has("downgrade")) {
            return List.of();
        }
        List<Remark> remarks = new ArrayList<>();
        Set<String> own = created(revision);
        for (LintedStatement statement : revision.downgrade()) {
            for (LintedChange change : statement.changes()) {
                String lost = lost(change.operation());
                if (!lost.isEmpty() && own.stream().noneMatch(lost::equals)) {
                    remarks.add(new Remark(
                            statement.place(),
                            statement.line(),
                            Remark.DOWNGRADE,
                            "The downgrade drops " + lost + ", which the upgrade has not created.",
                            List.of(),
                            null));
                }
            }
        }
        revision.changes()
                .map(LintedChange::operation)
                .map(RevisionRules::lost)
                .filter(lost -> !lost.isEmpty() && !own.contains(lost))
                .findFirst()
                .ifPresent(lost -> {
                    if (!revision.downgrade().isEmpty()) {
                        remarks.add(new Remark(
                                revision.place("downgrade"),
                                Remark.DOWNGRADE,
                                "The upgrade drops " + lost + ", and the downgrade cannot bring back what was in it.",
                                List.of(),
                                "downgrade('What was in it is lost: …') {"));
                    }
                });
        return remarks;
    }

    private static String lost(Operation operation) {
        if (operation instanceof DropTable drop) {
            return "the table \"" + drop.table() + "\"";
        }
        return operation instanceof DropColumn drop ? column(drop.table(), drop.column()) : "";
    }

    private static String column(QualifiedName table, String column) {
        return "the column \"" + column + "\" of \"" + table + "\"";
    }

    private static Set<String> created(LintedRevision revision) {
        Set<String> own = new HashSet<>();
        revision.changes().map(LintedChange::operation).forEach(operation -> {
            if (operation instanceof CreateTable create) {
                own.add("the table \"" + create.table().name() + "\"");
            } else if (operation instanceof AddColumn add) {
                own.add(column(add.table(), add.column().name()));
            } else if (operation instanceof dev.retort.internal.operation.AlterColumn alter
                    && alter.to().newName() != null) {
                own.add(column(alter.table(), alter.to().newName()));
            } else if (operation instanceof dev.retort.internal.operation.RenameTable rename) {
                own.add("the table \"" + new QualifiedName(rename.table().schema(), rename.newName()) + "\"");
            }
        });
        // What SQL creates is in the schema after it, and was not in the one before.
        if (!revision.upgrade().isEmpty()) {
            SchemaAt before = revision.upgrade().get(0).before();
            revision.after()
                    .tables()
                    .filter(table -> before.table(table.name()).isEmpty())
                    .forEach(table -> own.add("the table \"" + table.name() + "\""));
        }
        return own;
    }

    private static List<Remark> vagueMessage(LintedRevision revision) {
        String message = Objects.requireNonNullElse(revision.header().message(), "");
        String[] words = message.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        boolean vague = message.isBlank()
                || List.of(words).stream().allMatch(word -> VAGUE.contains(word) || word.matches("\\d*"));
        boolean merge = revision.header().downRevisions().size() > 1;
        if (!vague || merge) {
            return List.of();
        }
        return List.of(new Remark(
                revision.place("message"),
                Remark.UPGRADE,
                message.isBlank()
                        ? "The revision has no message."
                        : "The message \"" + message + "\" says nothing of what is done.",
                List.of(),
                null));
    }

    private static List<Remark> empty(LintedRevision revision) {
        boolean merge = revision.header().downRevisions().size() > 1
                || !revision.header().dependsOn().isEmpty()
                || !revision.header().branchLabels().isEmpty();
        // What the database would refuse is left out of what is asked.
        boolean nothing = revision.problems().isEmpty()
                && revision.upgrade().isEmpty()
                && revision.downgrade().isEmpty()
                && !merge;
        return nothing
                ? List.of(new Remark(
                        revision.place("revision"), Remark.UPGRADE, "The revision does nothing.", List.of(), null))
                : List.of();
    }

    private static @Nullable Remark existing(LintedChange change) {
        String what = null;
        if (change.operation() instanceof CreateTable create && create.ifNotExists()) {
            what = change.before()
                    .certainTable(create.table().name())
                    .map(table -> "a table \"" + table.name() + "\"")
                    .orElse(null);
        } else if (change.operation() instanceof AddColumn add && add.ifNotExists()) {
            what = change.before()
                    .certainTable(add.table())
                    .filter(table -> table.columns().stream()
                            .anyMatch(column -> change.before()
                                    .same(column.name(), add.column().name())))
                    .map(table -> column(table.name(), add.column().name()).replaceFirst("^the", "a"))
                    .orElse(null);
        }
        return what == null ? null : Remark.at(change, "The revisions before it have created " + what + " already.");
    }

    private static List<Remark> failing(LintedRevision revision) {
        return revision.problems().stream()
                .map(problem -> new Remark(
                        problem.location() == null ? dev.retort.Location.of(revision.file()) : problem.location(),
                        Remark.UPGRADE,
                        problem.sentence() + (problem.hint() == null ? "" : " " + problem.hint()),
                        List.of(),
                        null))
                .toList();
    }
}
