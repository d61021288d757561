package dev.retort.internal.cli;

import picocli.CommandLine.Command;

@Command(
        name = "bases",
        description = "List the revisions that follow no other.",
        footer = {
            "",
            "Examples:",
            "  retort bases                       one line a base",
            "  retort bases -v                    all there is to say about each"
        })
final class BasesCommand implements Action {

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        return Results.revisions(
                invocation, invocation.engine().bases(), invocation.console().revisions()::headLine);
    }
}
