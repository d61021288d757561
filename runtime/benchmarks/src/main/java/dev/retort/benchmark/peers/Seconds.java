package dev.retort.benchmark.peers;

import java.util.List;

/** Seconds by the clock, of work that is done by turns. */
final class Seconds {

    private Seconds() {}

    static double of(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The middle of all turns but the first, in which nothing was there yet. */
    static double middle(List<Double> seconds) {
        List<Double> counted =
                seconds.subList(1, seconds.size()).stream().sorted().toList();
        return counted.get(counted.size() / 2);
    }
}
