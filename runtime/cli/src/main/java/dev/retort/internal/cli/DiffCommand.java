package dev.retort.internal.cli;

import dev.retort.SchemaDifference;
import dev.retort.SchemaSnapshot;
import dev.retort.internal.cli.render.SchemaDocuments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "Print the operations that lead from one schema to another; end with 6 where there are any.",
        footer = {
            "",
            "They are in an order that runs; what loses data comes last and is marked. Texts of SQL are compared as the",
            "server prints them where one is asked, and word by word where none is.",
            "",
            "Examples:",
            "  retort diff db head                         what the database lacks",
            "  retort diff head db                         what it has that no script creates",
            "  retort diff 4f1c 9e0d                       what lies between two revisions, without a database",
            "  retort diff db postgresql://db2/shop        how two databases differ",
            "  retort diff db schema.groovy                what the database lacks of what schema files declare",
            "  retort diff db jpa                          what it lacks of the entities of an application"
        })
final class DiffCommand implements Action {

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            completionCandidates = SchemaSource.Words.class,
            converter = Positional.class,
            description =
                    "A revision as upgrade takes it, the URL of a database, db: the one of the configuration, jpa: the entities of the table [jpa], a schema"
                            + " file or a folder of them. What ends with .groovy, or has a slash, is a file or a folder.")
    String from = "";

    @Parameters(
            index = "1",
            paramLabel = "TO",
            completionCandidates = SchemaSource.Words.class,
            converter = Positional.class,
            description = "Likewise.")
    String to = "";

    @Override
    public ExitCode run(Invocation invocation) {
        SchemaSource source = new SchemaSource(invocation);
        SchemaSnapshot first = source.snapshot(from);
        SchemaSnapshot second = source.snapshot(to);
        SchemaDifference difference = first.differenceTo(second);
        Console console = invocation.console();
        if (invocation.json()) {
            console.result(SchemaDocuments.difference(difference, first, second));
        } else {
            DifferenceOutput.print(difference, console);
            SchemaSource.remarks(first).forEach(console::warning);
            SchemaSource.remarks(second).forEach(console::warning);
        }
        return difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    }
}
