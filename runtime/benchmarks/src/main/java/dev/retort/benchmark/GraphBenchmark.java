package dev.retort.benchmark;

import dev.retort.Plan;
import dev.retort.Revision;
import dev.retort.internal.graph.RevisionGraph;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Links a graph, and plans everything up and everything down. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GraphBenchmark {

    @Param
    Shape shape = Shape.LINE;

    private List<Revision> revisions = List.of();
    private RevisionGraph graph = RevisionGraph.of(List.of());

    @Setup
    public void build() {
        revisions = shape.revisions();
        graph = RevisionGraph.of(revisions);
    }

    @Benchmark
    public RevisionGraph link() {
        return RevisionGraph.of(revisions);
    }

    @Benchmark
    public Plan upgrade() {
        return graph.upgrade(new TreeSet<>(), "heads");
    }

    @Benchmark
    public Plan downgrade() {
        return graph.downgrade(
                new TreeSet<>(graph.realHeads().stream().map(Revision::id).toList()), "base");
    }

    @Benchmark
    public Plan linkAndUpgrade() {
        return RevisionGraph.of(revisions).upgrade(new TreeSet<>(), "heads");
    }
}
