package dev.retort.internal.cli;

import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.TextColumns;
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
            invocation.console().result(TextColumns.table(templates));
        }
        return ExitCode.DONE;
    }
}
