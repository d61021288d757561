package dev.retort.internal.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How many characters go into a line where a person reads. */
final class TerminalWidth {

    private static final File TERMINAL = new File("/dev/tty");
    private static final int USUAL = 80;
    private static final int NARROWEST = 40;
    private static final int NARROWEST_HELP = 55;
    private static final int WIDEST_HELP = 100;

    private TerminalWidth() {}

    /** Of the results; a file or a pipe has room for anything. */
    static int of(ProcessContext process) {
        return of(process, process.terminals().out());
    }

    /** Of everything else. */
    static int ofErr(ProcessContext process) {
        return of(process, process.terminals().err());
    }

    /** Of the help texts; wider lines are hard to read, and picocli knows no narrower ones. */
    static int ofHelp(ProcessContext process) {
        return Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, of(process)));
    }

    private static int of(ProcessContext process, boolean terminal) {
        int given = number(process.environment().getOrDefault("COLUMNS", ""));
        if (given > 0) {
            return Math.max(NARROWEST, given);
        }
        return terminal ? Math.max(NARROWEST, asked()) : Integer.MAX_VALUE;
    }

    /** Java does not know, and shells keep COLUMNS to themselves. */
    private static int asked() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor(1, TimeUnit.SECONDS);
            int width = number(answer.substring(answer.indexOf(' ') + 1).strip());
            return width > 0 ? width : USUAL;
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
