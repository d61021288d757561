package dev.retort.internal.cli;

import dev.retort.LintFixes;
import dev.retort.LintRequest;
import dev.retort.Retort;

/** Shows what lint would write into the scripts, and writes it where that is wanted. */
final class LintFixing {

    private final Invocation invocation;
    private final Retort engine;

    LintFixing(Invocation invocation, Retort engine) {
        this.invocation = invocation;
        this.engine = engine;
    }

    /** @param sure do not ask */
    ExitCode fix(LintRequest request, boolean sure) {
        Console console = invocation.console();
        LintFixes fixes = engine.lintFixes(request);
        if (!fixes.databaseAsked()) {
            console.warning("No database could be asked what is applied.");
        }
        fixes.left()
                .forEach(left -> console.progress(
                        left.finding().place() + ": [" + left.finding().rule() + "] is left to you. " + left.reason()));
        if (fixes.changes().isEmpty()) {
            console.progress("There is nothing that could be written for you.");
            return ExitCode.DONE;
        }
        console.result(fixes.diff());
        if (!sure && !isWanted(fixes)) {
            console.progress("Nothing was written. To write it without being asked: retort lint --fix --yes");
            return ExitCode.DIFFERENCES;
        }
        engine.write(fixes);
        console.progress("Written: " + findings(fixes) + ". Look at what is left with: retort lint");
        return ExitCode.DONE;
    }

    private boolean isWanted(LintFixes fixes) {
        return Question.isPossible(invocation)
                && new Question(invocation).isYes("Write what is better for " + findings(fixes) + "?");
    }

    private static String findings(LintFixes fixes) {
        int count = fixes.fixed().size();
        return count + (count == 1 ? " finding" : " findings");
    }
}
