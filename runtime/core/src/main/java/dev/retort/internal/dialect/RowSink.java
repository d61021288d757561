package dev.retort.internal.dialect;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows for a table, one after the other, faster than inserts do. Where it is closed before its end, the transaction has
 * to be undone.
 */
public interface RowSink extends AutoCloseable {

    /**
     * A row that the database refused.
     *
     * @param number among those given, from 1
     * @param column null where the row as a whole is at fault
     */
    record FailedRow(long number, @Nullable String column) {}

    /** What it does, as SQL. */
    String sql();

    /** @param values in the order of the columns */
    void add(List<@Nullable Object> values) throws SQLException;

    /** Takes rows as a file has them. */
    default void write(byte[] rows, int length) throws SQLException {
        throw new IllegalStateException("only what RowLoading.copy gives takes bytes");
    }

    /** How many rows there are more. */
    long finish() throws SQLException;

    /** The row that a failure is about, where it says so. */
    Optional<FailedRow> failedRow(SQLException failure);

    @Override
    void close() throws SQLException;
}
