package dev.retort.internal.cli;

import dev.retort.GraphException;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.cli.render.JsonDocuments;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Reports what went wrong, in the form that was asked for, and with which number to end. */
final class Reports {

    private final Console console;
    private final boolean json;

    Reports(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    ExitCode failure(RetortException failure) {
        if (json) {
            List<Problem> problems = failure.problems();
            String message = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
            console.result(JsonDocuments.error(kind(failure), message, problems));
        } else {
            failure.problems().forEach(console::problem);
        }
        return ExitCode.of(failure.kind());
    }

    /** Its name in a document. */
    static String kind(RetortException failure) {
        return failure instanceof GraphException graph
                ? graph.name()
                : switch (failure.kind()) {
                    case FAILED -> "Failed";
                    case USAGE -> "Usage";
                    case SCRIPT -> "Script";
                    case UNREACHABLE -> "Unreachable";
                    case LOCK_TIMEOUT -> "LockTimeout";
                    case DIFFERENCES -> "Differences";
                };
    }

    /** The trace is for us, so it is printed in either form. */
    ExitCode bug(Throwable bug) {
        StringWriter trace = new StringWriter();
        bug.printStackTrace(new PrintWriter(trace, true));
        console.bug(trace.toString());
        if (json) {
            console.result(JsonDocuments.error("Bug", String.valueOf(bug.getMessage()), List.of()));
        }
        return ExitCode.BUG;
    }
}
