package dev.retort.internal.cli.logging;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Sends the engine's log to a stream, a line an event, passwords hidden. */
public final class LogOutput {

    private static volatile @Nullable Open open;

    /** How much is reported. */
    public enum Detail {
        WARNINGS(Level.WARN),
        PROGRESS(Level.INFO),
        EVERYTHING(Level.TRACE);

        private final Level least;

        Detail(Level least) {
            this.least = least;
        }
    }

    private record Open(PrintStream stream, Detail detail) {}

    private LogOutput() {}

    /** Replaces what an earlier call set up. Other libraries are heard only when they warn. */
    public static void open(PrintStream stream, Detail detail) {
        open = new Open(stream, detail);
    }

    /** @param own whether the event is one of Retort's own */
    static boolean shows(Level level, boolean own) {
        Open now = open;
        Level least = now == null || !own ? Level.WARN : now.detail().least;
        return now != null && level.toInt() >= least.toInt();
    }

    static void print(String line) {
        Open now = open;
        if (now != null) {
            now.stream().println(line);
        }
    }
}
