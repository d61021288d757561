package dev.retort.internal.cli;

import dev.retort.SchemaSnapshot;
import dev.retort.internal.cli.render.SchemaDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
            "  retort schema postgresql://db2/shop         what another database has",
            "  retort schema schema.groovy                 what schema files declare",
            "  retort schema --declared > schema.groovy    what the database has, as a schema file",
            "  retort schema jpa                           what the entities of an application describe"
        })
final class SchemaCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "REV|URL|FILE|db|jpa",
            converter = Positional.class,
            description =
                    "A revision as upgrade takes it, the URL of a database, a schema file or a folder of them, jpa for the entities of the table [jpa], or"
                            + " db, which is the default. What ends with .groovy, or has a slash, is a file or a folder.")
    String source = SchemaSource.DATABASE;

    @Option(names = "--declared", description = "Print it as a schema file: what there is, not how it comes to be.")
    boolean declared;

    @Override
    public ExitCode run(Invocation invocation) {
        SchemaSnapshot snapshot = new SchemaSource(invocation).snapshot(source);
        String script = declared ? snapshot.declarations() : snapshot.script();
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(SchemaDocuments.schema(snapshot, script));
            return ExitCode.DONE;
        }
        if (script.isEmpty()) {
            console.progress("The schema is empty.");
        } else {
            console.result(script);
        }
        SchemaSource.remarks(snapshot).forEach(console::warning);
        return ExitCode.DONE;
    }
}
