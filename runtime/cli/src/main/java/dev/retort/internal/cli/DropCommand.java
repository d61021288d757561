package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.configuration.Configuration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "drop",
        description = "Drop the database itself, with all that is in it; nothing is done where it does not exist.",
        footer = {
            "",
            "Of a server: while nobody is connected to it. Of a file: with what is kept beside it. It is asked for; without",
            "a terminal it needs --yes.",
            "",
            "Examples:",
            "  retort drop                        ask, then drop",
            "  retort drop --yes && retort create begin again"
        })
final class DropCommand implements Action {

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Override
    public ExitCode run(Invocation invocation) {
        Configuration configuration = invocation.configuration(Map.of());
        Retort engine = invocation.engine(configuration);
        invocation.reportDatabase(configuration, engine);
        confirmation.require(
                invocation,
                "Drop the database " + engine.database() + " with all that is in it?",
                "The database is as it was.");
        boolean dropped = engine.dropDatabase();
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.dropped(dropped));
        } else {
            String database = "the database " + engine.database();
            invocation
                    .console()
                    .progress(
                            dropped ? "Dropped " + database + "." : "Nothing to do: " + database + " does not exist.");
        }
        return ExitCode.DONE;
    }
}
