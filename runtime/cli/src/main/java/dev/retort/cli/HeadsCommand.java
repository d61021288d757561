package dev.retort.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "heads",
        description = "List the revisions that no other follows.",
        footer = {
            "",
            "Examples:",
            "  retort heads                         one line a head",
            "  retort heads --resolve-dependencies  without those another revision depends on"
        })
final class HeadsCommand implements Action {

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on.")
    boolean resolveDependencies;

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        return Results.revisions(
                invocation,
                invocation.engine().heads(resolveDependencies),
                invocation.console().revisions()::headLine);
    }
}
