package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RevisionView;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
        name = "branches",
        description = "List the branch points, each with the revisions it branches into.",
        footer = {
            "",
            "Examples:",
            "  retort branches                    the branch points",
            "  retort branches -v                 all there is to say about each"
        })
final class BranchesCommand implements Action {

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Retort engine = invocation.engine();
        Map<String, RevisionView> all =
                engine.history(null, false).stream().collect(Collectors.toMap(RevisionView::id, Function.identity()));
        return Results.revisions(
                invocation,
                engine.branches(),
                view -> invocation.console().revisions().branch(view, all::get) + "\n");
    }
}
