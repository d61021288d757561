package dev.retort.internal.cli;

import dev.retort.Cancellation;
import dev.retort.internal.cli.ProcessContext.Terminals;
import dev.retort.internal.cli.logging.LineProvider;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.Reporter;

/** The entry of the program {@code retort}. */
public final class Main {

    /** How long an interrupted run may take to end well; the database undoes what is open when the connection dies. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private static final int STANDARD_STREAMS = 3;

    /** Where the numbers of streams that are closed would else go to the next file or connection that is opened. */
    private static final List<InputStream> KEPT = keepStandardDescriptors();

    private Main() {}

    public static void main(String[] args) {
        Start start = Start.prepare();
        int number = Program.run(args, start.process()).number();
        start.ended().countDown();
        System.exit(number);
    }

    /**
     * What is done before a command: also by the training run, so that its classes are archived.
     *
     * @param ended counted down when the command has come to its end
     */
    record Start(ProcessContext process, CountDownLatch ended) {

        static Start prepare() {
            useOwnLogging();
            ProcessContext process = new ProcessContext(
                    System.in,
                    stream(new PipeOutput(new FileOutputStream(FileDescriptor.out))),
                    stream(new FileOutputStream(FileDescriptor.err)),
                    Terminals.ofLauncher(System.getProperty("retort.terminals", "")),
                    System.getenv(),
                    Path.of("").toAbsolutePath(),
                    new Cancellation());
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Ending(process.cancellation(), ended));
            return new Start(process, ended);
        }
    }

    /** Else SLF4J looks for it in every file of the class path, which takes longer than the JVM takes to start. */
    private static void useOwnLogging() {
        if (System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) == null) {
            System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, LineProvider.class.getName());
            // It would print which one it was given.
            System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
        }
    }

    /** On Ctrl-C or a polite kill: the run is stopped, and gets the time to undo what is open and to say so. */
    private static final class Ending extends Thread {
        private final Cancellation cancellation;
        private final CountDownLatch ended;

        Ending(Cancellation cancellation, CountDownLatch ended) {
            this.cancellation = cancellation;
            this.ended = ended;
        }

        @Override
        public void run() {
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
    }

    /** Runs the program as if started there, and returns what the process would end with. No colours. */
    public static int run(
            String[] args, PrintStream out, PrintStream err, Map<String, String> environment, Path workingDirectory) {
        return Program.run(
                        args,
                        new ProcessContext(out, err, Terminals.NONE, environment, workingDirectory, new Cancellation()))
                .number();
    }

    /** What is printed would end in a database, or in a file: three that can only be read take the numbers that are free. */
    private static List<InputStream> keepStandardDescriptors() {
        List<InputStream> kept = new ArrayList<>();
        File nothing = new File("/dev/null");
        try {
            while (nothing.exists() && kept.size() < STANDARD_STREAMS) {
                kept.add(new FileInputStream(nothing));
            }
        } catch (IOException e) {
            return kept;
        }
        return List.copyOf(kept);
    }

    /** UTF-8 whatever the locale: a container without one would print question marks. */
    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
