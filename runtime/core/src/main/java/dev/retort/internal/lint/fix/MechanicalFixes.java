package dev.retort.internal.lint.fix;

import dev.retort.LintFinding;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.header.StatementLimits;
import dev.retort.internal.header.StatementText;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.LintedStatement;
import dev.retort.internal.lint.NotNullByCheck;
import dev.retort.internal.operation.AddConstraint;
import dev.retort.internal.operation.AlterColumn;
import dev.retort.internal.operation.ColumnChange;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.UpdateRows;
import dev.retort.internal.operation.ValidateConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what to write into a script instead of what was found in it. */
public final class MechanicalFixes {

    private static final Set<String> RULES = Set.of(
            "index-not-concurrent",
            "drop-index-not-concurrent",
            "foreign-key-scans",
            "check-scans",
            "set-not-null-scans",
            "update-without-where",
            "no-lock-timeout");

    private static final String NO_STATEMENT =
            "It is not one statement that begins its line and ends in one, without a comment in it.";

    private static final Pattern QUOTED = Pattern.compile("'[^'\\r\\n]*'|\"[^\"\\r\\n]*\"");

    private final LintedRevision revision;
    private final ScriptSource source;
    private final boolean last;

    /** @param last whether no revision follows it */
    public MechanicalFixes(LintedRevision revision, ScriptSource source, boolean last) {
        this.revision = revision;
        this.source = source;
        this.last = last;
    }

    /** Whether there are scripts in which it can be written by a change of the text. */
    public static boolean isKnown(LintFinding finding) {
        return RULES.contains(finding.rule());
    }

    /**
     * @throws NotMechanical where an author has to write it
     */
    public Fix of(LintFinding finding) throws NotMechanical {
        if (finding.rule().equals("no-lock-timeout")) {
            return Fix.of(finding, timeout());
        }
        LintedStatement statement = statement(finding, revision.upgrade());
        Operation asked = statement.asked();
        if (asked instanceof CreateIndex || asked instanceof DropIndex) {
            return Fix.of(finding, with(statement, "concurrently"));
        } else if (asked instanceof AddConstraint add) {
            return validatedLater(finding, statement, add);
        } else if (asked instanceof AlterColumn alter) {
            return byCheck(finding, statement, alter);
        } else if (finding.rule().equals("update-without-where")) {
            return Fix.of(finding, new UpdateStatement(statement).backfill(finding, written(statement)));
        }
        throw new NotMechanical("It is a part of " + asked.verb() + ".");
    }

    private static LintedStatement statement(LintFinding finding, List<LintedStatement> all) throws NotMechanical {
        List<LintedStatement> there = all.stream()
                .filter(each -> each.place().line() == finding.place().line())
                .toList();
        boolean alone = there.size() == 1
                && all.stream()
                                .filter(each -> each.line().equals(there.get(0).line()))
                                .count()
                        == 1;
        if (!alone) {
            throw new NotMechanical("The line does more than one thing.");
        }
        return there.get(0);
    }

    private StatementText written(LintedStatement statement) throws NotMechanical {
        String word = statement.asked() instanceof UpdateRows
                ? "table"
                : statement.asked().verb();
        return StatementText.at(source, statement.line().line(), word)
                .orElseThrow(() -> new NotMechanical(NO_STATEMENT));
    }

    private TextEdit with(LintedStatement statement, String option) throws NotMechanical {
        StatementText written = written(statement);
        String text = written.with(option, "true")
                .orElseThrow(() -> new NotMechanical("It says " + option + ": already, or ends with a closure."));
        return new TextEdit(written.start(), written.end(), text);
    }

    private void refuseFollowed() throws NotMechanical {
        if (!last) {
            throw new NotMechanical("It takes a second revision right after this one, and another one follows it.");
        }
    }

    private Fix validatedLater(LintFinding finding, LintedStatement statement, AddConstraint add) throws NotMechanical {
        refuseFollowed();
        String name = add.constraint().name();
        if (name == null) {
            throw new NotMechanical("The constraint has no name by which it could be validated later.");
        }
        return new Fix(
                finding,
                List.of(with(statement, "notValid")),
                List.of(new ValidateConstraint(add.table(), name)),
                List.of(),
                "Validate " + name);
    }

    private Fix byCheck(LintFinding finding, LintedStatement statement, AlterColumn alter) throws NotMechanical {
        refuseFollowed();
        if (!alter.to().equals(ColumnChange.NONE.withNullable(false)) || alter.recreateViews()) {
            throw new NotMechanical("It changes more of the column than that.");
        }
        NotNullByCheck better = new NotNullByCheck(alter, statement.before());
        TextEdit up = replaced(statement, better.check());
        List<TextEdit> edits = revision.has("downgrade") ? List.of(up, down(alter, better)) : List.of(up);
        return new Fix(
                finding,
                edits,
                better.later(),
                better.laterDown(),
                "Make " + alter.column() + " of " + alter.table() + " NOT NULL");
    }

    /** What takes it back, where the author has written that. */
    private TextEdit down(AlterColumn alter, NotNullByCheck better) throws NotMechanical {
        List<LintedStatement> inverse = revision.downgrade().stream()
                .filter(each -> each.asked() instanceof AlterColumn back
                        && back.table().equals(alter.table())
                        && back.column().equals(alter.column())
                        && back.to().equals(ColumnChange.NONE.withNullable(true)))
                .toList();
        if (inverse.size() != 1) {
            throw new NotMechanical("The downgrade has no statement for it that could be changed as well.");
        }
        return replaced(inverse.get(0), better.drop());
    }

    private TextEdit replaced(LintedStatement statement, Operation operation) throws NotMechanical {
        StatementText written = written(statement);
        String code = statement.scene().code(operation);
        if (code == null) {
            throw new NotMechanical("No operation of a script says it.");
        }
        String lineEnd = source.text().contains("\r\n") ? "\r\n" : "\n";
        return new TextEdit(written.start(), written.end(), code.replace("\n", lineEnd));
    }

    private TextEdit timeout() throws NotMechanical {
        Optional<Header.Entry> entry = revision.header().entry(StatementLimits.LOCK);
        if (entry.isPresent()) {
            int start = entry.get().start();
            Matcher value =
                    QUOTED.matcher(source.text()).region(start, entry.get().end());
            if (value.find()) {
                return new TextEdit(value.start(), value.end(), "'2s'");
            }
        }
        throw new NotMechanical(NO_STATEMENT);
    }
}
