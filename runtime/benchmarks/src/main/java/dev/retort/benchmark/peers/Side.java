package dev.retort.benchmark.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * A process to be measured again and again.
 *
 * @param name of its row
 * @param before each run, not measured
 * @param after the first run, to see that it did its work
 */
record Side(String name, Path folder, Action before, List<String> command, Action after) {

    /** Something around a run. */
    interface Action {

        Action NONE = () -> {};

        void run() throws IOException, SQLException;
    }
}
