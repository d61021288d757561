package dev.retort.internal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program itself, without a command. */
@Command(
        name = "retort",
        description = "Schema migrations for PostgreSQL and SQLite, written in Groovy, checked before they run.",
        footer = {
            "",
            "Examples:",
            "  retort init                              start in this folder",
            "  retort revision -m \"Create the users\"    write a new revision",
            "  retort upgrade head                      apply what is not applied yet",
            "  retort downgrade                         go one revision back",
            "  retort history -i                        all revisions, and where the database is",
            "",
            "Type \"retort COMMAND --help\" for a command's options and examples."
        })
final class RetortCommand {

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;
}
