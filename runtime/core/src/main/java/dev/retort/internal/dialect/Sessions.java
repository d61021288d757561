package dev.retort.internal.dialect;

import dev.retort.internal.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** How a connection is prepared for migrations, and what its transactions hold. */
public interface Sessions {

    /**
     * Sets the stage for a rehearsal.
     *
     * @param session of the connection, in no transaction; whoever opened it closes it
     * @param check asked now and then; what it throws ends what is made ready
     * @throws dev.retort.RetortException of the kind FAILED where there is no room
     */
    Stage stage(Connection connection, Session session, Runnable check) throws SQLException;

    /** Whether what the operation added can be used only when the transaction has been committed. */
    default boolean takesEffectAtCommit(Operation operation) {
        return false;
    }

    Session session(Connection connection) throws SQLException;

    /** What {@link Session#begin()} runs, as SQL text for a script. */
    String beginStatement();

    /**
     * Whether an author's statement may as well run in a transaction of its own, together with a note that it ran: then
     * it is never in doubt whether it did. False in doubt.
     */
    boolean runsInTransaction(SqlStatement statement);

    /**
     * What became of a statement that {@linkplain #runsInTransaction cannot run in a transaction}, and whose end nobody
     * saw.
     *
     * @param refused the database answered with an error
     */
    Outcome outcome(SqlStatement statement, Catalog catalog, boolean refused);

    /** Whether the statement only sets up the connection, so that each new one needs it again. */
    boolean setsUpConnection(SqlStatement statement);

    /**
     * What the role at the other end may do beyond its databases, as a sentence; empty where it is no more than
     * migrations need, and where there are no roles.
     */
    default Optional<String> excessOfRole(Connection connection) throws SQLException {
        return Optional.empty();
    }
}
