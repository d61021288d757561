package dev.retort.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The same work by Retort and by the database's own shell, in turns, each on a database that was just made ready.
 *
 * @param folder that all three are started in
 */
record Contest(String name, Path folder, List<String> prepare, List<String> ours, List<String> theirs) {

    /** The middle of all runs of either side. */
    record Result(String name, Timed ours, Timed theirs) {

        /** What this took more than a smaller one of its kind. */
        Result beyond(Result other) {
            return new Result("  of it, beyond the smaller one", ours.minus(other.ours), theirs.minus(other.theirs));
        }

        /** Nothing is left out. */
        String line() {
            return line(new Result("", Timed.NOTHING, Timed.NOTHING));
        }

        /** @param start what either side takes for next to nothing, which is also left out */
        String line(Result start) {
            return String.format(
                    Locale.ROOT,
                    "%-34s %7.2f s %7.2f s  %5.2f  %5.2f   %7.2f s %7.2f s",
                    name,
                    ours.wall(),
                    theirs.wall(),
                    ours.wall() / theirs.wall(),
                    ours.minus(start.ours).wall() / theirs.minus(start.theirs).wall(),
                    ours.processor(),
                    theirs.processor());
        }
    }

    Result run(int times) throws IOException, InterruptedException {
        List<Timed> our = new ArrayList<>();
        List<Timed> their = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Timed.of(folder, prepare);
            our.add(Timed.of(folder, ours));
            Timed.of(folder, prepare);
            their.add(Timed.of(folder, theirs));
        }
        return new Result(name, median(our), median(their));
    }

    private static Timed median(List<Timed> runs) {
        return new Timed(median(runs, Timed::wall), median(runs, Timed::processor));
    }

    private static double median(List<Timed> runs, ToDoubleFunction<Timed> part) {
        List<Double> sorted = new ArrayList<>();
        runs.forEach(run -> sorted.add(part.applyAsDouble(run)));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
