package dev.retort.internal.cli;

import dev.retort.RevisionView;
import dev.retort.internal.cli.render.JsonDocuments;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show all there is to say about a revision.",
        footer = {
            "",
            "Examples:",
            "  retort show head                   the newest one",
            "  retort show 4f1c                   the one whose id begins so",
            "  retort show current                where the database is"
        })
final class ShowCommand implements Action {

    @Parameters(
            paramLabel = "REV",
            converter = Positional.class,
            description = "head, heads, current, an id or its beginning, LABEL@head, -N from the heads.")
    String target = "";

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<RevisionView> views = invocation.engine().show(target);
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.revisions(views, target.equals("current")));
        } else {
            views.forEach(view -> invocation.console().result(Results.entry(invocation, view)));
        }
        return ExitCode.DONE;
    }
}
