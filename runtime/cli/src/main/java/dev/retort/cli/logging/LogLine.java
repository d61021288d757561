package dev.retort.cli.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import dev.retort.cli.config.Secrets;
import dev.retort.error.VisibleText;
import dev.retort.sql.Excerpt;

/** One event as a line: {@code INFO  [retort.execute] Running upgrade …}. */
final class LogLine {

    /** Of a statement that is traced, and of whatever else. */
    private static final int LONGEST = 12_000;

    private LogLine() {}

    static String of(ILoggingEvent event) {
        String level = String.format("%-5s", event.getLevel());
        String line = level + " [" + shortened(event.getLoggerName()) + "] " + event.getFormattedMessage();
        IThrowableProxy thrown = event.getThrowableProxy();
        String why = thrown == null ? "" : " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")";
        return VisibleText.paragraph(Excerpt.of(Secrets.mask(line + why), LONGEST));
    }

    /** {@code dev.retort.execute.Run} is {@code retort.execute} to a user; other people's names stay as they are. */
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
