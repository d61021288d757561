package dev.retort.benchmark;

import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.header.ScriptSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Scans the headers of 10,000 scripts of ordinary length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HeaderBenchmark {

    private static final int SCRIPTS = 10_000;

    private List<ScriptSource> sources = List.of();

    @Setup
    public void write() {
        List<ScriptSource> written = new ArrayList<>();
        for (int i = 0; i < SCRIPTS; i++) {
            written.add(new ScriptSource("migrations/r" + i + ".groovy", script(i)));
        }
        sources = written;
    }

    private static String script(int number) {
        return """
                // The ticket says why this is done.
                revision     'r%1$d'
                downRevision 'r%2$d'
                message      'Make table %1$d'
                created      '2026-11-21T10:15:00Z'

                upgrade {
                    createTable('t_%1$d') {
                        column 'id', uuid, nullable: false, default: sql('gen_random_uuid()')
                        column 'name', varchar(255), nullable: false
                        primaryKey 'id'
                    }
                    execute "INSERT INTO log VALUES ('made {t_%1$d}')"
                }

                downgrade {
                    dropTable 't_%1$d'
                }
                """.formatted(number, number + 1);
    }

    @Benchmark
    public List<Header> scan() {
        return sources.stream().map(HeaderScanner::scan).toList();
    }
}
