package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RunResult;
import dev.retort.internal.cli.render.RunText;
import dev.retort.internal.configuration.Configuration;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Replace what is in the database with what a file of --backup holds.",
        footer = {
            "",
            "All that is in the database is dropped, also what was created since the backup; it is restored wholly or",
            "not at all. Where a program made the backup, those that restore it are needed beside it; extensions, roles and",
            "the settings of the database stay as they are. While another run is at work, nothing is restored.",
            "",
            "Examples:",
            "  retort restore before.dump         ask, then restore",
            "  retort restore before.db --yes     do not ask"
        })
final class RestoreCommand implements Action {

    @Parameters(paramLabel = "FILE", converter = FileName.class, description = "The file that --backup wrote.")
    Path file = Path.of("");

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Override
    public ExitCode run(Invocation invocation) {
        Configuration configuration = invocation.configuration(Map.of());
        Retort engine = invocation.engine(configuration);
        invocation.reportDatabase(configuration, engine);
        confirmation.require(
                invocation,
                "Replace all that is in " + engine.database() + " with " + file + "?",
                "The database is as it was.");
        RunResult result = engine.restore(file);
        if (invocation.json()) {
            return Results.run(invocation, engine, result);
        }
        invocation.console().progress(RunText.restored(result, engine.database(), file.toString()));
        return ExitCode.DONE;
    }
}
