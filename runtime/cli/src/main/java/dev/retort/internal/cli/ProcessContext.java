package dev.retort.internal.cli;

import dev.retort.Cancellation;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run of the program has around it.
 *
 * @param terminals which of the streams are a person's
 * @param cancellation stops what the command does to a database
 */
record ProcessContext(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminals terminals,
        Map<String, String> environment,
        Path workingDirectory,
        Cancellation cancellation) {

    ProcessContext {
        environment = Map.copyOf(environment);
    }

    /** Where nobody can be asked anything. */
    ProcessContext(
            PrintStream out,
            PrintStream err,
            Terminals terminals,
            Map<String, String> environment,
            Path workingDirectory,
            Cancellation cancellation) {
        this(InputStream.nullInputStream(), out, err, terminals, environment, workingDirectory, cancellation);
    }

    /** Which streams end at a terminal. */
    record Terminals(boolean in, boolean out, boolean err) {

        static final Terminals NONE = new Terminals(false, false, false);

        Terminals(boolean out, boolean err) {
            this(false, out, err);
        }

        /** The launcher knows: Java can only report on all streams at once. */
        static Terminals ofLauncher(String streams) {
            List<String> words = List.of(streams.split(","));
            return new Terminals(words.contains("in"), words.contains("out"), words.contains("err"));
        }
    }
}
