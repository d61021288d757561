package dev.retort.cli;

import dev.retort.execute.Cancellation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of the program stands in.
 *
 * @param terminals which of {@code out} and {@code err} are read by a person
 * @param cancellation stops what the command does to a database
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> environment,
        Path workingDirectory,
        Cancellation cancellation) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Which streams end at a terminal. */
    record Terminals(boolean out, boolean err) {

        static final Terminals NONE = new Terminals(false, false);

        /** The launcher knows: Java can only tell of all streams at once. */
        static Terminals ofLauncher(String streams) {
            return new Terminals(streams.contains("out"), streams.contains("err"));
        }
    }
}
