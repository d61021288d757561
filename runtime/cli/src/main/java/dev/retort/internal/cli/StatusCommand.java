package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.Status;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "Show where the database is, what is pending, and what is not as it should be.",
        footer = {
            "",
            "Not as they should be are: rows of the version table that no script explains, revisions below",
            "what is applied that never ran, scripts that were applied and are gone, and scripts that mean",
            "something else than what was run. The last three are known for what Retort itself applied.",
            "",
            "Examples:",
            "  retort status                      all of it",
            "  retort status --check              end with 6 if anything is pending or wrong",
            "  retort status --json               the same for a program"
        })
final class StatusCommand implements Action {

    @Option(names = "--check", description = "End with exit code 6 if anything is pending or wrong.")
    boolean check;

    @Override
    public ExitCode run(Invocation invocation) {
        Retort engine = invocation.reading();
        Status status = engine.status();
        Console console = invocation.console();
        console.result(invocation.json() ? JsonDocuments.status(status) : new StatusText(console.palette()).of(status));
        if (status.heads().isEmpty() && !invocation.json()) {
            Results.noteEmptiness(invocation, engine);
        }
        return check && !status.isClean() ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }
}
