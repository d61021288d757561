package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.configuration.Configuration;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
        name = "create",
        description = "Create the database itself, empty; nothing is done where it exists.",
        footer = {
            "",
            "On a server: by a role that may create databases; it owns the new one. Else: an empty file. One that exists",
            "already is no failure.",
            "",
            "Examples:",
            "  retort create && retort upgrade head"
        })
final class CreateCommand implements Action {

    @Override
    public ExitCode run(Invocation invocation) {
        Configuration configuration = invocation.configuration(Map.of());
        Retort engine = invocation.engine(configuration);
        invocation.reportDatabase(configuration, engine);
        boolean created = engine.createDatabase();
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.created(created));
        } else {
            String database = "the database " + engine.database();
            invocation
                    .console()
                    .progress(
                            created ? "Created " + database + "." : "Nothing to do: " + database + " exists already.");
        }
        return ExitCode.DONE;
    }
}
