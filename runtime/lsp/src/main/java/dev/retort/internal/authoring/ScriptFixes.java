package dev.retort.internal.authoring;

import dev.retort.LintFinding;
import dev.retort.LintFixes;
import dev.retort.LintFixes.Change;
import dev.retort.internal.authoring.ScriptFix.NewFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what lint would rather read, where the text alone has to change. Editors ask with each move of the cursor, so that the
 * answers about a text are kept. For one thread.
 */
public final class ScriptFixes {

    private record Subject(String uri, String text) {}

    private final Workbench workbench;
    private final Map<Notice, Optional<ScriptFix>> answers = new HashMap<>();
    private @Nullable Subject subject;

    public ScriptFixes(Workbench workbench) {
        this.workbench = workbench;
    }

    /** What can be written about something that lint has found in a document; empty where its author has to. */
    public Optional<ScriptFix> of(Document document, Notice notice) {
        String rule = notice.code();
        if (rule == null || notice.instead() != null) {
            return Optional.empty();
        }
        Subject asked = new Subject(document.uri(), document.text().text());
        if (!asked.equals(subject)) {
            answers.clear();
            subject = asked;
        }
        return answers.computeIfAbsent(notice, about -> write(document, about, rule));
    }

    private Optional<ScriptFix> write(Document document, Notice notice, String rule) {
        int line = document.text().position(notice.span().start()).line() + 1;
        return workbench
                .fixes(document, finding -> finding.rule().equals(rule) && isAt(finding, line))
                .flatMap(fixes -> fix(document, rule, fixes));
    }

    /** What is found in a script as a whole is shown at its header. */
    private static boolean isAt(LintFinding finding, int line) {
        return finding.place().line() == line || finding.place().line() == 0;
    }

    private static Optional<ScriptFix> fix(Document document, String rule, LintFixes fixes) {
        Path path = document.path();
        String text = document.text().text();
        @Nullable String after = null;
        List<NewFile> more = new ArrayList<>();
        for (Change change : fixes.changes()) {
            if (change.isNew()) {
                more.add(new NewFile(change.path(), change.after()));
            } else if (change.path().equals(path) && change.before().equals(text)) {
                after = change.after();
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(after).map(changed -> ScriptFix.between(rule, text, changed, more));
    }
}
