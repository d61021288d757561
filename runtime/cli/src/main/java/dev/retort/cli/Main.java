package dev.retort.cli;

import dev.retort.cli.Surroundings.Terminals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The entry of the program {@code retort}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Terminals.ofLauncher(System.getProperty("retort.terminals", "")),
                System.getenv(),
                Path.of("").toAbsolutePath());
        System.exit(Program.run(args, surroundings).number());
    }

    /** Runs the program as if started there, and returns what the process would end with. No colours. */
    public static int run(
            String[] args, PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {
        return Program.run(args, new Surroundings(out, err, Terminals.NONE, environment, workingDirectory))
                .number();
    }

    /** UTF-8 whatever the locale: a container without one would print question marks. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
