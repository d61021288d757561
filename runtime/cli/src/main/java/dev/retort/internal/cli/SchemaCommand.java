package dev.retort.internal.cli;

import dev.retort.SchemaSnapshot;
import dev.retort.internal.cli.render.SchemaDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        description = "Print a schema as a script of the migration language.",
        footer = {
            "",
            "A revision needs no database: its schema is what the scripts up to it make of an empty one. What the SQL of",
            "a script may have changed is listed as uncertain.",
            "",
            "Examples:",
            "  retort schema                               what the database has",
            "  retort schema head                          what the scripts make",
            "  retort schema 4f1c --json                   the same for a program",
            "  retort schema postgresql://db2/shop         what another database has"
        })
final class SchemaCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "REV|URL|db",
            converter = Positional.class,
            description = "A revision as upgrade takes it, the URL of a database, or db, which is the default.")
    String source = SchemaSource.DATABASE;

    @Override
    public ExitCode run(Invocation invocation) {
        SchemaSnapshot snapshot = new SchemaSource(invocation).snapshot(source);
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(SchemaDocuments.schema(snapshot));
            return ExitCode.DONE;
        }
        String script = snapshot.script();
        if (script.isEmpty()) {
            console.progress("The schema is empty.");
        } else {
            console.result(script);
        }
        SchemaSource.remarks(snapshot).forEach(console::warning);
        return ExitCode.DONE;
    }
}
