package dev.retort.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How statements and values are given to the driver, and what comes back. */
public interface Execution {

    /** Whether what the driver says of changed rows is of this statement, and not of one before it. */
    default boolean countsRows(String sql) {
        return true;
    }

    /** Binds a plain value (text, numbers, booleans, java.time, UUID, bytes, lists) so that the column's type decides. */
    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

    /** Reads a column as a plain value, never as a class of the driver. */
    @Nullable
    Object read(ResultSet rows, int column) throws SQLException;

    /** Whether many rows of a statement cost less when they are sent together, and can be. */
    boolean gainsFromBatches(String sql);

    /**
     * Whether a text is to be prepared even where it has no parameters, because the driver knows commands of its own in
     * what it is only to run.
     */
    default boolean preparesEveryText() {
        return false;
    }

    /**
     * Runs one statement on the connection of a {@link Session}, in such a way that the database itself keeps it to
     * what migrations may do, as far as it can.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where the statement did what none may do; it was undone
     */
    default <R> R confined(Connection connection, String sql, SqlCall<R> call) throws SQLException {
        return call.run();
    }
}
