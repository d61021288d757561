package dev.retort.internal.cli;

import dev.retort.Log;
import dev.retort.LogEntry;
import dev.retort.LogRequest;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.cli.render.HistoryDocuments;
import dev.retort.internal.cli.render.LogText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "log",
        description = "Show what was done to the database: the history table, the newest first.",
        footer = {
            "",
            "Examples:",
            "  retort log                         all of it, a line each",
            "  retort log -n 5 -v                 all there is to say about the last five",
            "  retort log 4f1c                    what was done with a revision, even if its script is gone",
            "  retort log --failed                what went wrong",
            "  retort log 4f1c --script           print the script as it was run"
        })
final class LogCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "REV",
            converter = Positional.class,
            description = "An id or its beginning, current, head, LABEL@head. Without it: all revisions.")
    @Nullable
    String target;

    @Option(names = "-n", paramLabel = "N", description = "Only the last N.")
    @Nullable
    Integer limit;

    @Option(names = "--failed", description = "Only attempts that failed.")
    boolean failed;

    @Option(names = "--script", description = "Print the script of the newest of them that keeps one.")
    boolean script;

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (limit != null && limit < 1) {
            throw usage("\"-n " + limit + "\" lists nothing.", "Give a number from 1.");
        }
        if (script && target == null) {
            throw usage("--script needs a revision.", "Type: retort log REV --script");
        }
        Retort engine = invocation.reading();
        Log log = engine.log(new LogRequest(target, failed, limit == null ? 0 : limit));
        if (script) {
            return script(invocation, engine, log);
        }
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(HistoryDocuments.log(log));
        } else if (!log.exists()) {
            console.progress("There is no table " + log.table() + " yet: nothing was done here.");
        } else if (log.entries().isEmpty()) {
            console.progress("Nothing of that is in " + log.table() + ".");
        } else {
            LogText text = new LogText(console.palette(), TerminalWidth.of(invocation.process()));
            console.result(invocation.verbose() ? text.entries(log.entries()) : text.table(log.entries()));
        }
        return ExitCode.DONE;
    }

    private ExitCode script(Invocation invocation, Retort engine, Log log) {
        LogEntry entry = log.entries().stream()
                .filter(LogEntry::keepsScript)
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        Kind.FAILED,
                        Problem.of(log.table() + " keeps no script of \"" + target + "\".")
                                .withHint("See what it says of it with: retort log " + target)));
        String text = engine.script(entry);
        invocation.console().result(invocation.json() ? HistoryDocuments.script(entry, text) : text);
        return ExitCode.DONE;
    }

    private static RetortException usage(String sentence, String hint) {
        return new RetortException(Kind.USAGE, Problem.of(sentence).withHint(hint));
    }
}
