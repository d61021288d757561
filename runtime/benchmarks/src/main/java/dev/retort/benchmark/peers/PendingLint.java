package dev.retort.benchmark.peers;

import dev.retort.LintRequest;
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
 * How long lint takes for the last revision of a chain whose schema an earlier run has kept, beside reading the chain and
 * compiling that revision, without which nothing can be done with it; and the same of the program, beside printing that schema.
 */
public final class PendingLint {

    private static final String URL = "jdbc:postgresql://nowhere/none";

    private final Path launcher;
    private final int revisions;
    private final int times;

    private PendingLint(Path launcher, int revisions, int times) {
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
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 11;
        new PendingLint(Path.of(arguments[0]).toAbsolutePath(), revisions, times).run();
    }

    private void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("retort-linting");
        try {
            RetortMigrator.scripts(folder, Step.chain(revisions));
            List<Double> compiled = new ArrayList<>();
            List<Double> linted = new ArrayList<>();
            List<Double> printed = new ArrayList<>();
            List<Double> program = new ArrayList<>();
            // By turns, so that what else the machine does slows down all; the first turn keeps the schema.
            for (int i = 0; i <= times; i++) {
                compiled.add(compile(folder));
                linted.add(lint(folder));
                printed.add(program(folder, List.of("show", "head")));
                program.add(program(folder, List.of("lint", "head", "--all", "--fail-on", "error")));
            }
            System.out.println("revisions  compiled  linted  ratio  retort show  retort lint  ratio");
            System.out.println(String.format(
                    Locale.ROOT,
                    "%9d  %5.0f ms  %3.0f ms  %.2f  %8.2f s  %8.2f s  %.2f",
                    revisions,
                    1000 * Seconds.middle(compiled),
                    1000 * Seconds.middle(linted),
                    Seconds.middle(linted) / Seconds.middle(compiled),
                    Seconds.middle(printed),
                    Seconds.middle(program),
                    Seconds.middle(program) / Seconds.middle(printed)));
        } finally {
            Folders.remove(folder);
        }
    }

    private static double compile(Path folder) {
        return Seconds.of(() -> {
            Chain chain = Chain.read(List.of(folder.resolve("migrations")), folder);
            RevisionFile file = chain.file(chain.graph().heads().get(0).id());
            new ScriptCompiler().compile(file.source(), file.header());
        });
    }

    private static double lint(Path folder) {
        return Seconds.of(() -> Retort.configure()
                .migrations(folder.resolve("migrations"))
                .home(folder)
                .scriptCache(folder.resolve("cache"))
                .url(URL)
                .build()
                .lint(LintRequest.USUAL.within(LintRequest.Scope.ALL).of(List.of("head"))));
    }

    private double program(Path folder, List<String> words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("env", "RETORT_CACHE=" + folder.resolve("cache"), launcher.toString()));
        command.addAll(words);
        command.addAll(List.of("--url", URL));
        return Timed.of(folder, command).wall();
    }
}
