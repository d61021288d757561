package dev.retort.cli;

import dev.retort.cli.render.Columns;
import dev.retort.cli.render.JsonDocuments;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
        name = "list-templates",
        description = "List what \"init\" can start from.",
        footer = {"", "Examples:", "  retort list-templates", "  retort init --template environments"})
final class ListTemplatesCommand implements Action {

    @Override
    public ExitCode run(Invocation invocation) {
        Map<String, String> templates = Template.descriptions();
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.described("templates", templates));
        } else {
            invocation.console().result(Columns.table(templates));
        }
        return ExitCode.DONE;
    }
}
