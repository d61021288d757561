package dev.retort.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/** Sends the engine's log to a stream, a line an event, passwords hidden. */
public final class LogOutput {

    /** How much is told. */
    public enum Detail {
        WARNINGS,
        PROGRESS,
        EVERYTHING
    }

    private LogOutput() {}

    /** Replaces what an earlier call set up. Other libraries are heard only when they warn. */
    public static void open(PrintStream stream, Detail detail) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("the log is not Logback's");
        }
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
        context.getLogger("dev.retort").setLevel(level(detail));
        StreamAppender appender = new StreamAppender(stream);
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    private static Level level(Detail detail) {
        return switch (detail) {
            case WARNINGS -> Level.WARN;
            case PROGRESS -> Level.INFO;
            case EVERYTHING -> Level.TRACE;
        };
    }

    private static final class StreamAppender extends AppenderBase<ILoggingEvent> {

        private final PrintStream stream;

        StreamAppender(PrintStream stream) {
            this.stream = stream;
        }

        @Override
        protected void append(ILoggingEvent event) {
            stream.println(LogLine.of(event));
        }
    }
}
