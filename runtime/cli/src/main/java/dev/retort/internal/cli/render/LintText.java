package dev.retort.internal.cli.render;

import dev.retort.LintFinding;
import dev.retort.LintFinding.Severity;
import dev.retort.LintResult;
import dev.retort.internal.error.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings as compilers print what they find, with what to write instead below each; or as a pipeline of GitHub reads them. */
public final class LintText {

    private static final String INDENT = "    ";

    private final Palette palette;

    public LintText(Palette palette) {
        this.palette = palette;
    }

    public String of(LintResult result) {
        StringBuilder text = new StringBuilder();
        for (LintFinding finding : result.findings()) {
            text.append(finding.place()).append(": ").append(severity(finding.severity()));
            text.append(": ").append(VisibleText.paragraph(finding.sentence()));
            text.append(" [").append(finding.rule()).append("]\n");
            text.append(INDENT).append(finding.why()).append('\n');
            String better = finding.better();
            if (better != null) {
                text.append(INDENT).append("instead:\n");
                better.lines()
                        .forEach(line ->
                                text.append(INDENT.repeat(2)).append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private String severity(Severity severity) {
        String word = word(severity);
        return switch (severity) {
            case ERROR -> palette.error(word);
            case WARNING -> palette.warning(word);
            case INFO -> word;
        };
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 2 errors, 1 warning, 3 remarks in 4 revisions.} */
    public static String summary(LintResult result) {
        List<String> parts = new ArrayList<>();
        count(parts, result.count(Severity.ERROR), "error");
        count(parts, result.count(Severity.WARNING), "warning");
        count(parts, result.count(Severity.INFO), "remark");
        String revisions = counted(result.revisions().size(), "revision");
        return (parts.isEmpty() ? "Nothing was found" : String.join(", ", parts)) + " in " + revisions + ".";
    }

    private static void count(List<String> parts, long number, String word) {
        if (number > 0) {
            parts.add(counted(number, word));
        }
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    /** A workflow command for each, which GitHub shows beside the line. */
    public static String github(LintResult result) {
        StringBuilder text = new StringBuilder();
        for (LintFinding finding : result.findings()) {
            String command = switch (finding.severity()) {
                case ERROR -> "error";
                case WARNING -> "warning";
                case INFO -> "notice";
            };
            text.append("::").append(command);
            text.append(" file=").append(property(path(finding)));
            text.append(",line=").append(Math.max(1, finding.place().line()));
            text.append(",col=").append(Math.max(1, finding.place().column()));
            text.append(",title=").append(property(finding.rule()));
            text.append("::").append(data(message(finding))).append('\n');
        }
        return text.toString();
    }

    static String path(LintFinding finding) {
        return finding.place().file().replace('\\', '/');
    }

    /** All that is said of it, in one text. */
    static String message(LintFinding finding) {
        return finding.sentence() + "\n" + finding.why()
                + (finding.better() == null ? "" : "\nInstead:\n" + finding.better());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
