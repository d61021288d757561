package dev.retort.benchmark.peers;

import dev.retort.Retort;
import dev.retort.benchmark.Timed;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.sandbox.ScriptCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a chain is folded into a schema, beside compiling its scripts, which is a part of it; and how long the program takes to
 * print the schema at its head, with nothing kept and with what an earlier run kept.
 */
public final class ChainFolding {

    private static final String URL = "jdbc:postgresql://nowhere/none";

    private final Path launcher;
    private final int revisions;
    private final int times;

    private ChainFolding(Path launcher, int revisions, int times) {
        this.launcher = launcher;
        this.revisions = revisions;
        this.times = times;
    }

    /** The launcher, and how many revisions and runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("the launcher is needed");
        }
        int revisions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        new ChainFolding(Path.of(arguments[0]).toAbsolutePath(), revisions, times).run();
    }

    private void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("retort-folding");
        try {
            RetortMigrator.scripts(folder, Step.chain(revisions));
            List<Double> compiled = new ArrayList<>();
            List<Double> folded = new ArrayList<>();
            List<Double> checked = new ArrayList<>();
            List<Double> cold = new ArrayList<>();
            List<Double> kept = new ArrayList<>();
            // By turns, so that what else the machine does slows down all; the first turn is that of a JVM which knows
            // nothing yet.
            for (int i = 0; i <= times; i++) {
                compiled.add(compile(folder));
                folded.add(Seconds.of(() -> retort(folder).schemaAt("head")));
                checked.add(Seconds.of(() -> retort(folder).validateChain()));
                Folders.remove(folder.resolve("cache"));
                cold.add(print(folder));
                kept.add(print(folder));
            }
            System.out.println("revisions  compiled  folded  ratio  up and down  ratio  printed  again");
            System.out.println(String.format(
                    Locale.ROOT,
                    "%9d  %6.2f s  %4.2f s  %.2f  %9.2f s  %.2f  %5.2f s  %.2f s",
                    revisions,
                    Seconds.middle(compiled),
                    Seconds.middle(folded),
                    Seconds.middle(folded) / Seconds.middle(compiled),
                    Seconds.middle(checked),
                    Seconds.middle(checked) / Seconds.middle(compiled),
                    Seconds.middle(cold),
                    Seconds.middle(kept)));
        } finally {
            Folders.remove(folder);
        }
    }

    private static Retort retort(Path folder) {
        return Retort.configure()
                .migrations(folder.resolve("migrations"))
                .home(folder)
                .url(URL)
                .build();
    }

    private static double compile(Path folder) {
        return Seconds.of(() -> {
            Chain chain = Chain.read(List.of(folder.resolve("migrations")), folder);
            ScriptCompiler compiler = new ScriptCompiler();
            chain.graph().oldestFirst().forEach(revision -> {
                RevisionFile file = chain.file(revision.id());
                compiler.compile(file.source(), file.header());
            });
        });
    }

    private double print(Path folder) throws IOException, InterruptedException {
        return Timed.of(
                        folder,
                        List.of(
                                "env",
                                "RETORT_CACHE=" + folder.resolve("cache"),
                                launcher.toString(),
                                "schema",
                                "head",
                                "--url",
                                URL))
                .wall();
    }
}
