package dev.retort.internal.cli.render;

import dev.retort.Check;
import dev.retort.CheckResult;
import dev.retort.CheckResult.Outcome;
import dev.retort.Problem;
import dev.retort.internal.error.VisibleText;
import java.util.List;

/** The results of a verification as text: a line for each check as it ends, and below it what a person has to know. */
public final class VerificationText {

    private static final String PASSED = "ok";
    private static final String FAILED = "FAILED";
    private static final String LEFT_OUT = "left out";
    private static final String INDENT = "    ";

    private final Palette palette;
    private final TextColumns columns;

    /** @param checks all whose results are to come */
    public VerificationText(Palette palette, List<Check> checks) {
        this.palette = palette;
        this.columns = TextColumns.of(
                checks.stream().map(check -> row(LEFT_OUT, check, "")).toList());
    }

    private static List<String> row(String outcome, Check check, String time) {
        return List.of(outcome, check.name(), VisibleText.line(check.title()), time);
    }

    public String of(CheckResult result) {
        StringBuilder text = new StringBuilder(line(result)).append('\n');
        for (Problem problem : result.problems()) {
            text.append(problem.toString().indent(INDENT.length()));
        }
        for (String remark : result.remarks()) {
            text.append(remark.indent(INDENT.length()));
        }
        return VisibleText.lines(text.toString());
    }

    private String line(CheckResult result) {
        String word = word(result.outcome());
        String line = columns.line(row(word, result.check(), ""));
        String painted = switch (result.outcome()) {
            case PASSED -> palette.current(word);
            case FAILED -> palette.error(word);
            case LEFT_OUT -> palette.warning(word);
        };
        return painted + line.substring(word.length());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case LEFT_OUT -> LEFT_OUT;
        };
    }

    /** @param again the command that repeats it */
    public String summary(List<CheckResult> results, String again) {
        long failed = count(results, Outcome.FAILED);
        long leftOut = count(results, Outcome.LEFT_OUT);
        String rest = leftOut == 0 ? "" : ", " + leftOut + " left out";
        if (failed == 0) {
            return "\n" + count(results, Outcome.PASSED) + " checks passed" + rest + ". The same rows again: " + again;
        }
        return "\n" + failed + " of " + results.size() + " checks failed" + rest + ". Repeat with: " + again;
    }

    private static long count(List<CheckResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
