package dev.retort.internal.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** What a command says besides its result, in the log of Maven; what went wrong becomes the reason of the build's failure. */
final class LogLines {

    private static final String ERROR = "error: ";
    private static final String WARNING = "warning: ";
    private static final String NOTE = "INFO ";

    private final Log log;
    private final List<String> errors = new ArrayList<>();

    LogLines(Log log) {
        this.log = log;
    }

    void accept(String line) {
        if (line.startsWith(ERROR)) {
            errors.add(line.substring(ERROR.length()));
        } else if (line.startsWith(WARNING)) {
            log.warn(line.substring(WARNING.length()));
        } else {
            log.info(line.startsWith(NOTE) ? line.substring(NOTE.length()).strip() : line);
        }
    }

    /** All that is wrong; Maven prints it with the goal's name. */
    String failure() {
        return errors.isEmpty() ? "What Retort found is above." : String.join("\n", errors);
    }
}
