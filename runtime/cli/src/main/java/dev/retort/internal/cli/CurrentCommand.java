package dev.retort.internal.cli;

import dev.retort.DatabasePosition;
import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RevisionView;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.StatusText;
import dev.retort.internal.configuration.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "current",
        description = "Show the revisions that the database is at.",
        footer = {
            "",
            "Examples:",
            "  retort current                     one line a revision; none at base",
            "  retort current -v                  all there is to say about each",
            "  retort current --check-heads       end with 6 unless everything is applied"
        })
final class CurrentCommand implements Action {

    @Option(names = "--check-heads", description = "End with exit code 6 unless the database is at every head.")
    boolean checkHeads;

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Configuration configuration = invocation.configuration(Map.of());
        Retort engine = invocation.engine(configuration);
        if (invocation.process().terminals().err()) {
            invocation.reportDatabase(configuration, engine);
        } else {
            invocation.reportDoubtfulDatabase(configuration, engine);
        }
        DatabasePosition position = engine.position();
        List<RevisionView> current = position.current();
        List<String> missing = missingHeads(engine, position);
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(JsonDocuments.current(current, position.rows(), missing.isEmpty(), engine.database()));
        } else if (invocation.verbose()) {
            console.result("Current revision(s) for " + configuration.shownUrl() + ":");
            current.forEach(view -> console.result(Results.entry(invocation, view)));
        } else {
            current.forEach(view -> console.result(console.revisions().currentLine(view)));
        }
        if (current.isEmpty()) {
            console.progress("The database is at base.");
        }
        interrupted(position, console);
        if (!checkHeads || missing.isEmpty()) {
            return ExitCode.DONE;
        }
        console.problem(Problem.of("The database is not at every head: " + String.join(", ", missing) + " missing.")
                .withHint("Type: retort upgrade heads"));
        return ExitCode.DIFFERENCES;
    }

    /** What is half applied is at no revision; the results do not show it. */
    private static void interrupted(DatabasePosition position, Console console) {
        position.interrupted()
                .forEach(found -> console.warning("Revision " + found.revision() + " was interrupted "
                        + StatusText.place(found) + ". See: retort status"));
    }

    /** A database that is ahead of the scripts is above their heads; only then is it looked at what it has applied. */
    private static List<String> missingHeads(Retort engine, DatabasePosition position) {
        List<RevisionView> current = position.current();
        List<String> missing = missingHeads(current, engine.heads(false));
        if (missing.isEmpty() || current.isEmpty()) {
            return missing;
        }
        Set<String> applied = engine.applied(position);
        return missing.stream().filter(head -> !applied.contains(head)).toList();
    }

    static List<String> missingHeads(List<RevisionView> current, List<RevisionView> heads) {
        Set<String> shown = current.stream().map(RevisionView::id).collect(Collectors.toSet());
        return heads.stream()
                .map(RevisionView::id)
                .filter(head -> !shown.contains(head))
                .sorted()
                .toList();
    }
}
