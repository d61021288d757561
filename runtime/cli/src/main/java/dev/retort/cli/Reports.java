package dev.retort.cli;

import dev.retort.cli.render.JsonDocuments;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells what went wrong, in the form that was asked for, and with which number to end. */
final class Reports {

    private final Console console;
    private final boolean json;

    Reports(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    ExitCode failure(RetortException.Kind kind, List<Problem> problems) {
        if (json) {
            String message = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
            console.result(JsonDocuments.error(kind.name().toLowerCase(Locale.ROOT), message, problems));
        } else {
            problems.forEach(console::problem);
        }
        return ExitCode.of(kind);
    }

    /** The trace is for us, so it is printed in either form. */
    ExitCode bug(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace, true));
        console.bug(trace.toString());
        if (json) {
            console.result(JsonDocuments.error("bug", String.valueOf(bug.getMessage()), List.of()));
        }
        return ExitCode.BUG;
    }
}
