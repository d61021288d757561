package dev.retort.internal.cli;

import dev.retort.RevisionRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Write a revision that joins several and print the name of its file.",
        footer = {
            "",
            "Examples:",
            "  retort merge heads -m \"Merge\"      join all heads",
            "  retort merge a1b2 c3d4 -m \"Merge\"  join these two"
        })
final class MergeCommand implements Action {

    @Parameters(
            arity = "1..*",
            paramLabel = "REVS",
            converter = Positional.class,
            description = "What it follows: heads, ids or their beginnings, LABEL@head.")
    List<String> revisions = new ArrayList<>();

    @Mixin
    NewRevisionOptions revision = new NewRevisionOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        return Results.written(invocation, List.of(invocation.engine().merge(request())));
    }

    RevisionRequest request() {
        return new RevisionRequest(
                revision.message,
                revision.revisionId,
                List.copyOf(revisions),
                revision.splice,
                List.copyOf(revision.branchLabels),
                List.of(),
                null);
    }
}
