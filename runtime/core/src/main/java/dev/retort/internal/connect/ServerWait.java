package dev.retort.internal.connect;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.SqlCall;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.run.statement.StopSignal;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Patience with a server that is starting: nobody answers yet, its name is not known yet, or it says itself that it starts.
 * A refused login, and what is no server, is not waited for.
 */
public final class ServerWait {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.database");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Dialect dialect;
    private final Duration patience;
    private final StopSignal stop;

    public ServerWait(Dialect dialect, Duration patience, StopSignal stop) {
        this.dialect = dialect;
        this.patience = patience;
        this.stop = stop;
    }

    /** Opens a connection, or several, as soon as the server lets us. */
    <R> R opened(SqlCall<R> opening) throws SQLException {
        long start = System.nanoTime();
        boolean reported = false;
        while (true) {
            try {
                return opening.run();
            } catch (SQLException e) {
                SqlError error = dialect.errors().explain(e);
                boolean over = System.nanoTime() - start >= patience.toNanos();
                if (over
                        || error.kind() != SqlError.Kind.UNREACHABLE
                        || !dialect.administration().isServed()) {
                    throw e;
                }
                if (!reported) {
                    LOG.info(
                            "Waiting for the server, up to {} s: {}",
                            patience.toSeconds(),
                            error.message().strip());
                    reported = true;
                }
            }
            pause();
        }
    }

    private void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the server", e);
        }
        stop.check("Nothing was run.");
    }
}
