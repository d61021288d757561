package dev.retort.dialect;

import java.sql.SQLException;

/** A connection prepared for migrations, and put back as it was when closed. */
public interface Session extends AutoCloseable {

    /**
     * Begins a transaction that no other runner can get in between of.
     *
     * @throws SQLException that {@link Dialect#explain} calls {@link SqlError.Kind#BUSY} where somebody else is writing
     */
    void begin() throws SQLException;

    /**
     * Makes sure that what was done may stay, and commits it.
     *
     * @throws dev.retort.error.RetortException where the rows break a rule that the database does not check by itself;
     *     the transaction is then still open
     */
    void commit() throws SQLException;

    /** Undoes all since {@link #begin()}; nothing where there is no transaction. */
    void rollback() throws SQLException;

    @Override
    void close() throws SQLException;
}
