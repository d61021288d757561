package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "edit",
        description = "Open a revision in an editor.",
        footer = {
            "",
            "The editor is $EDITOR, or $VISUAL, or the first of sensible-editor, editor, nano, vim, vi, code.",
            "",
            "Examples:",
            "  retort edit head                   the newest one",
            "  retort edit current                where the database is"
        })
final class EditCommand implements Action {

    @Parameters(
            paramLabel = "REV",
            converter = Positional.class,
            description = "head, heads, current, an id or its beginning, LABEL@head.")
    String target = "";

    @Override
    public ExitCode run(Invocation invocation) {
        List<Path> files = invocation.engine().files(target);
        if (files.isEmpty()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("\"" + target + "\" names no revision's file.").withHint("Type: retort history"));
        }
        new Editor(invocation.process()).open(files);
        return invocation.json() ? Results.written(invocation, files) : ExitCode.DONE;
    }
}
