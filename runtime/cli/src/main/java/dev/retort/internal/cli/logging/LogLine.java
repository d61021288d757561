package dev.retort.internal.cli.logging;

import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.sql.Excerpt;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** One event as a line: {@code INFO  [retort.execute] Running upgrade …}. */
final class LogLine {

    /** Of a statement that is traced, and of whatever else. */
    private static final int LONGEST = 12_000;

    private LogLine() {}

    static String of(Level level, String logger, String message, @Nullable Throwable thrown) {
        String word = level == Level.INFO || level == Level.WARN ? level + " " : level.toString();
        String why = thrown == null ? "" : " (" + thrown.getClass().getName() + ": " + thrown.getMessage() + ")";
        String line = word + " [" + shortened(logger) + "] " + message + why;
        return VisibleText.paragraph(Excerpt.of(SecretSettings.mask(line), LONGEST));
    }

    /** {@code dev.retort.run} is {@code retort.run} to a user; other people's names stay as they are. */
    private static String shortened(String logger) {
        if (!logger.startsWith("dev.retort")) {
            return logger;
        }
        String name = logger.substring("dev.".length());
        int last = name.lastIndexOf('.');
        boolean className = last > 0 && Character.isUpperCase(name.charAt(last + 1));
        return className ? name.substring(0, last) : name;
    }
}
