package dev.retort.internal.lsp;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong, in one line each: an editor shows its users what a server writes beside the protocol. */
final class ProtocolLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.editor");

    /** Kept, or its settings would be collected with it. */
    private static final java.util.logging.Logger LIBRARY = java.util.logging.Logger.getLogger("org.eclipse.lsp4j");

    private ProtocolLog() {}

    /** Has the library write here, which else writes whole stacks. */
    static synchronized void open() {
        if (LIBRARY.getUseParentHandlers()) {
            LIBRARY.setUseParentHandlers(false);
            LIBRARY.addHandler(new OneLine());
        }
    }

    /** @param what went wrong, without a full stop */
    static void failure(String what, Throwable failure) {
        LOG.warn("{}: {}", what, line(failure));
    }

    static void note(String sentence) {
        LOG.info("{}", sentence);
    }

    /** The innermost reason, in one line. */
    static String line(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null
                && (reason instanceof CompletionException || reason instanceof ExecutionException)) {
            reason = reason.getCause();
        }
        String message = reason.getMessage();
        String name = reason.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }

    private static final class OneLine extends Handler {

        @Override
        public void publish(LogRecord entry) {
            Throwable thrown = entry.getThrown();
            String text = first(entry.getMessage()) + (thrown == null ? "" : ": " + line(thrown));
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                LOG.warn("{}", text);
            } else {
                LOG.debug("{}", text);
            }
        }

        private static String first(@Nullable String message) {
            return message == null ? "" : message.lines().findFirst().orElse("");
        }

        @Override
        public void flush() {
            // The log is not buffered here.
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
