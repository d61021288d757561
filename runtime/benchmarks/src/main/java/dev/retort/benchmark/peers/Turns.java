package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs all sides in turns, so that what else the machine does meets all of them. A side that fails is left out. */
final class Turns {

    private final int times;
    private final Map<Side, Samples> measured = new LinkedHashMap<>();
    private final Map<Side, String> failed = new LinkedHashMap<>();

    Turns(int times) {
        this.times = times;
    }

    /** The first run of each is not counted: it fills caches and is looked at. */
    void run(List<Side> sides) throws InterruptedException {
        for (Side side : sides) {
            attempt(side, new Samples(), true);
        }
        for (int i = 0; i < times; i++) {
            for (Side side : sides) {
                if (!failed.containsKey(side)) {
                    attempt(side, measured.computeIfAbsent(side, any -> new Samples()), false);
                }
            }
        }
        measured.keySet().removeAll(failed.keySet());
    }

    private void attempt(Side side, Samples samples, boolean first) throws InterruptedException {
        try {
            side.before().run();
            samples.add(Timed.of(side.folder(), side.command()));
            if (first) {
                side.after().run();
            }
        } catch (IOException | SQLException e) {
            failed.put(side, Reason.of(e));
        }
    }

    Map<Side, Samples> measured() {
        return measured;
    }

    Map<Side, String> failed() {
        return failed;
    }
}
