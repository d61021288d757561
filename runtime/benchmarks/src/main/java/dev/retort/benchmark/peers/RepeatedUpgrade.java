package dev.retort.benchmark.peers;

import com.sun.management.OperatingSystemMXBean;
import dev.retort.Retort;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How much of an upgrade of an empty database is the work, and how much the JVM that has never done it: the same chain on one new
 * SQLite database after the other, in one JVM, whose scripts an earlier run has kept. Start it with the options of the launcher.
 */
public final class RepeatedUpgrade {

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Path folder;

    private RepeatedUpgrade(Path folder) {
        this.folder = folder;
    }

    /** How many revisions and runs. */
    public static void main(String[] arguments) throws IOException {
        int revisions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "retort-repeated-" + revisions);
        RetortMigrator.scripts(folder, Step.chain(revisions));
        new RepeatedUpgrade(folder).run(runs);
    }

    private void run(int runs) throws IOException {
        double start = system.getProcessCpuTime() / 1e9;
        System.out.println(String.format(Locale.ROOT, "before the first  %.2f s of the processor", start));
        for (int i = 1; i <= runs; i++) {
            Path database = folder.resolve("repeated.db");
            Files.deleteIfExists(database);
            double before = system.getProcessCpuTime() / 1e9;
            double seconds = Seconds.of(() -> Retort.configure()
                    .home(folder)
                    .migrations(folder.resolve("migrations"))
                    .scriptCache(folder.resolve("cache"))
                    .url("jdbc:sqlite:" + database)
                    .build()
                    .upgrade("head"));
            double processor = system.getProcessCpuTime() / 1e9 - before;
            System.out.println(
                    String.format(Locale.ROOT, "run %2d  %.2f s  %.2f s of the processor", i, seconds, processor));
        }
    }
}
