package dev.retort.internal.sandbox;

import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.script.ScriptMigration;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Compiles every script of {@code examples/} and {@code migrations/}, with the walls of the sandbox and without: what
 * the walls cost is the ratio of the two. To be run from the root of the repository.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(2)
public class CompileBenchmark {

    private static final PathMatcher SCRIPTS =
            FileSystems.getDefault().getPathMatcher("glob:{examples/*/migrations,migrations}/*.groovy");

    /** Runs both, and reports how they compare. */
    public static void main(String[] arguments) throws RunnerException {
        Map<String, Double> scores = new HashMap<>();
        new Runner(new OptionsBuilder()
                        .include(CompileBenchmark.class.getName())
                        .build())
                .run()
                .forEach(result -> scores.put(
                        result.getPrimaryResult().getLabel(),
                        result.getPrimaryResult().getScore()));
        double plain = Objects.requireNonNull(scores.get("plain"));
        double walled = Objects.requireNonNull(scores.get("walled"));
        System.out.printf(Locale.ROOT, "with the walls / without: %.2f%n", walled / plain);
    }

    private record Script(ScriptSource source, Header header) {}

    private final ScriptCompiler walled = new ScriptCompiler();
    private final PlainCompiler plain = new PlainCompiler();
    private List<Script> scripts = List.of();

    @Setup
    public void read() throws IOException {
        List<Script> read = new ArrayList<>();
        try (Stream<Path> files = Files.find(Path.of(""), 4, (path, attributes) -> SCRIPTS.matches(path))) {
            for (Path file : files.sorted().toList()) {
                ScriptSource source = new ScriptSource(file.toString(), Files.readString(file));
                read.add(new Script(source, HeaderScanner.scan(source)));
            }
        }
        if (read.isEmpty()) {
            throw new IllegalStateException("There are no scripts here; run it from the root of the repository.");
        }
        scripts = read;
    }

    @Benchmark
    public List<ScriptMigration> walled() {
        return scripts.stream()
                .map(script -> walled.compile(script.source(), script.header()))
                .toList();
    }

    @Benchmark
    public List<ScriptMigration> plain() {
        return scripts.stream().map(script -> plain.compile(script.source())).toList();
    }
}
