package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.internal.cli.render.JsonDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ensure-version",
        description = "Create the version table and the history table where they are missing.",
        footer = {
            "",
            "Examples:",
            "  retort ensure-version              create them",
            "  retort ensure-version --sql        print the SQL instead of running it"
        })
final class EnsureVersionCommand implements Action {

    @Option(names = "--sql", description = "Print the SQL instead of running it.")
    boolean sql;

    @Mixin
    LockOptions lock = new LockOptions();

    @Override
    public ExitCode run(Invocation invocation) {
        invocation.refuseJsonWithSql(sql);
        Retort engine = sql ? invocation.reading() : invocation.changing(lock);
        if (sql) {
            return Results.sql(invocation, engine::ensureVersionSql);
        }
        boolean created = engine.ensureVersion();
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.created(created));
        } else {
            invocation
                    .console()
                    .progress(created ? "Created the tables of Retort." : "Nothing to do: the tables are there.");
        }
        return ExitCode.DONE;
    }
}
