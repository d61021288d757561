package dev.retort.internal.cli;

import dev.retort.RevisionRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revision",
        description = "Write a new, empty revision and print the name of its file.",
        footer = {
            "",
            "Examples:",
            "  retort revision -m \"Add priority to projects\"",
            "  retort revision -m \"Invoices\" --head base --branch-label billing",
            "  retort revision -m \"Fix\" --head 4f1c --splice"
        })
final class RevisionCommand implements Action {

    @Mixin
    NewRevisionOptions revision = new NewRevisionOptions();

    @Option(names = "--head", paramLabel = "REV", description = "What it follows; may be repeated. Without it: head.")
    List<String> heads = new ArrayList<>();

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision that must be applied before; may be repeated.")
    List<String> dependsOn = new ArrayList<>();

    @Option(names = "--version-path", paramLabel = "DIR", description = "The folder to write to, if there are several.")
    @Nullable
    String versionPath;

    @Override
    public ExitCode run(Invocation invocation) {
        return Results.written(invocation, List.of(invocation.engine().revision(request())));
    }

    RevisionRequest request() {
        return new RevisionRequest(
                revision.message,
                revision.revisionId,
                heads.isEmpty() ? List.of("head") : List.copyOf(heads),
                revision.splice,
                List.copyOf(revision.branchLabels),
                List.copyOf(dependsOn),
                versionPath);
    }
}
