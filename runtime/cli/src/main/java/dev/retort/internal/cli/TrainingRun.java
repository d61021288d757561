package dev.retort.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Runs the usual commands once in a folder of its own, so that the JVM can note the classes they need. The launcher
 * starts it after a build; what the commands print is of no interest.
 */
public final class TrainingRun {

    private static final List<List<String>> FIRST =
            List.of(List.of("init"), List.of("revision", "-m", "Train", "--rev-id", "train"));

    private static final String NOBODY = "postgresql://nobody:nothing@127.0.0.1:1/none";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("heads"),
            List.of("history"),
            List.of("upgrade", "head"),
            List.of("upgrade", "head"),
            List.of("current"),
            List.of("status"),
            List.of("downgrade", "-1"),
            List.of("upgrade", "base:head", "--sql", "--url", NOBODY),
            List.of("config"),
            List.of("heads", "--json"),
            List.of("upgrade", "--help"));

    /** Of a server on which nothing was applied. */
    private static final List<List<String>> ON_SERVER = List.of(List.of("current"), List.of("status"));

    /** Ends with an error. */
    private static final List<List<String>> MISTAKE = List.of(List.of("mistake"));

    /** Of so many scripts the headers are kept: the second time they are read from there. */
    private static final int MANY = 60;

    private static final List<List<String>> OF_MANY = List.of(List.of("heads"), List.of("heads"));

    private TrainingRun() {}

    /** @param args where to put the native library of SQLite's driver, which unpacks it at each start otherwise */
    public static void main(String[] args) throws IOException {
        Main.Start start = Main.Start.prepare();
        if (args.length > 0) {
            unpackNativeLibrary(Path.of(args[0]));
        }
        Path stage = Files.createTempDirectory("retort-training");
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            train(stage, nowhere);
        } finally {
            remove(stage);
            start.ended().countDown();
        }
    }

    /** The commands that should not have failed: what they would have loaded after that is missing from the archive. */
    static List<List<String>> train(Path stage, PrintStream nowhere) throws IOException {
        List<List<String>> failed = new ArrayList<>(run(FIRST, stage, nowhere));
        write("training.groovy", stage.resolve("migrations/work.groovy"));
        failed.addAll(run(COMMANDS, stage, nowhere));
        failed.addAll(runOnServer(stage, nowhere));
        run(MISTAKE, stage, nowhere);
        for (int i = 1; i <= MANY; i++) {
            String script = "revision 'r" + i + "'\ndownRevision '" + (i == 1 ? "work" : "r" + (i - 1)) + "'\n";
            Files.writeString(stage.resolve("migrations/r" + i + ".groovy"), script + "upgrade { }\ndowngrade { }\n");
        }
        failed.addAll(run(OF_MANY, stage, nowhere));
        return failed;
    }

    private static List<List<String>> runOnServer(Path stage, PrintStream nowhere) {
        try (TrainingServer server = TrainingServer.start()) {
            return run(
                    ON_SERVER.stream()
                            .map(command -> Stream.concat(command.stream(), Stream.of("--url", server.url()))
                                    .toList())
                            .toList(),
                    stage,
                    nowhere);
        } catch (IOException e) {
            // Where no program may listen, a start on PostgreSQL takes a little longer.
            return List.of();
        }
    }

    /** Whole or not at all: another start may look for it while it is written. */
    private static void unpackNativeLibrary(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(ProcessHandle.current().pid() + ".library");
        try (InputStream library =
                Objects.requireNonNull(SQLiteJDBCLoader.class.getResourceAsStream(resource), resource)) {
            Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Those that failed. */
    private static List<List<String>> run(List<List<String>> commands, Path stage, PrintStream nowhere) {
        Map<String, String> environment =
                Map.of("RETORT_CACHE", stage.resolve("cache").toString());
        return commands.stream()
                .filter(command -> Main.run(command.toArray(String[]::new), nowhere, nowhere, environment, stage) != 0)
                .toList();
    }

    private static void write(String resource, Path file) throws IOException {
        try (InputStream text = Objects.requireNonNull(TrainingRun.class.getResourceAsStream(resource), resource)) {
            Files.copy(text, file);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
