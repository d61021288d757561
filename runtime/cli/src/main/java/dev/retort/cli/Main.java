package dev.retort.cli;

import dev.retort.cli.Surroundings.Terminals;
import dev.retort.execute.Cancellation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The entry of the program {@code retort}. */
public final class Main {

    /** How long an interrupted run may take to end well; the database undoes what is open when the connection dies. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private Main() {}

    public static void main(String[] args) {
        Surroundings surroundings = new Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Terminals.ofLauncher(System.getProperty("retort.terminals", "")),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new Cancellation());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(surroundings.cancellation(), ended)));
        int number = Program.run(args, surroundings).number();
        ended.countDown();
        System.exit(number);
    }

    /** On Ctrl-C or a polite kill: the run is stopped, and gets the time to undo what is open and to say so. */
    private static void interrupt(Cancellation cancellation, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        cancellation.request();
        try {
            ended.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs the program as if started there, and returns what the process would end with. No colours. */
    public static int run(
            String[] args, PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {
        return Program.run(
                        args,
                        new Surroundings(out, err, Terminals.NONE, environment, workingDirectory, new Cancellation()))
                .number();
    }

    /** UTF-8 whatever the locale: a container without one would print question marks. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
