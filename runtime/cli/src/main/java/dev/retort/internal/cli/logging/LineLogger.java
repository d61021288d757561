package dev.retort.internal.cli.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One logger; the names of Retort's own begin with its package. */
final class LineLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    private final boolean own;

    LineLogger(String name) {
        this.name = name;
        this.own = name.startsWith("dev.retort");
    }

    private boolean isEnabled(Level level) {
        return LogOutput.shows(level, own);
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        LogOutput.print(LogLine.of(level, name, MessageFormatter.basicArrayFormat(message, arguments), thrown));
    }
}
