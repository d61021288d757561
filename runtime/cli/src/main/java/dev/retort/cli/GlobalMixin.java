package dev.retort.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Gives a command the global options, under a heading of their own in its help. */
final class GlobalMixin {

    @ArgGroup(validate = false, heading = "%nGlobal options:%n", order = 100)
    GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 99,
            description = "Show this text.")
    boolean help;
}
