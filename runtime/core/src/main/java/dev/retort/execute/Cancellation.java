package dev.retort.execute;

import dev.retort.dialect.SqlCall;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A way to stop a run from outside: the statement at work is cancelled on the server, nothing more is begun, and the
 * run ends as with any failure, its open revision undone. One of these may stop several runs, and stops them for good.
 */
public final class Cancellation {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private final Set<Statement> working = ConcurrentHashMap.newKeySet();
    private volatile boolean requested;

    /** Stops everything that goes on under this, from any thread. */
    public void request() {
        requested = true;
        working.forEach(Cancellation::cancel);
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("A statement could not be cancelled", e);
        }
    }

    /** @throws RetortException when it is time to stop */
    public void check() {
        if (requested) {
            throw new RetortException(Kind.FAILED, Problem.of("The run was stopped."));
        }
    }

    /** Runs what the statement is about, in a way that a request can reach. */
    <R> R during(Statement statement, SqlCall<R> call) throws SQLException {
        working.add(statement);
        try {
            // Asked after the statement was made known, so that no request falls between the two.
            check();
            return call.run();
        } finally {
            working.remove(statement);
        }
    }
}
