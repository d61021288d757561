package dev.retort.cli;

import dev.retort.RevisionView;
import dev.retort.cli.render.JsonDocuments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "List the revisions, the newest first.",
        footer = {
            "",
            "Examples:",
            "  retort history                     all of them, a line each",
            "  retort history -v                  all there is to say about each",
            "  retort history -i                  mark where the database stands",
            "  retort history -r 4f1c:head        from one revision to another, both included",
            "  retort history -r -3:current       the last three that were applied"
        })
final class HistoryCommand implements Action {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "FROM:TO",
            description = "Only these, both ends included; either may be left out or be \"current\".")
    @Nullable
    String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database and mark where it stands.")
    boolean indicateCurrent;

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<RevisionView> views = invocation.engine().history(range, indicateCurrent);
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.revisions(views, indicateCurrent));
            return ExitCode.DONE;
        }
        return Results.revisions(invocation, views, invocation.console().revisions()::historyLine);
    }
}
