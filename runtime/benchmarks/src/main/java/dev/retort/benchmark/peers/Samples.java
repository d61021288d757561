package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** All runs of one side. */
final class Samples {

    private final List<Timed> runs = new ArrayList<>();

    void add(Timed run) {
        runs.add(run);
    }

    Spread wall() {
        return spread(Timed::wall);
    }

    Spread processor() {
        return spread(Timed::processor);
    }

    private Spread spread(ToDoubleFunction<Timed> part) {
        double[] sorted = runs.stream().mapToDouble(part).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Seconds. */
    record Spread(double least, double median, double most) {}
}
