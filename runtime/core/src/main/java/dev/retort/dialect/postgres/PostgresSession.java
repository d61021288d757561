package dev.retort.dialect.postgres;

import dev.retort.dialect.Session;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Transactions where they are asked for, and each statement by itself in between. */
final class PostgresSession implements Session {

    private final Connection connection;
    private final boolean autoCommitBefore;

    private PostgresSession(Connection connection, boolean autoCommitBefore) {
        this.connection = connection;
        this.autoCommitBefore = autoCommitBefore;
    }

    static PostgresSession open(Connection connection) throws SQLException {
        // JDBC would commit the caller's work, unasked, when autocommit is switched on.
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.of("The connection is in the middle of a transaction.")
                            .withHint("Commit it or roll it back before migrating."));
        }
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(true);
        return new PostgresSession(connection, before);
    }

    /** The lock of the runner's session has already kept the others out. */
    @Override
    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        rollback();
        connection.setAutoCommit(autoCommitBefore);
    }
}
