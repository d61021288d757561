package dev.retort.benchmark.peers;

import dev.retort.benchmark.Timed;

/** Why something could not be measured, in one line. */
final class Reason {

    private static final int LONGEST = 300;

    private Reason() {}

    static String of(Exception failure) {
        String text = failure instanceof Timed.Failed failed ? failed.reason() : String.valueOf(failure.getMessage());
        String line = text.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }
}
