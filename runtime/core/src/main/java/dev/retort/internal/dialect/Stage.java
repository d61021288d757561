package dev.retort.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a rehearsal takes place: what is run there is run for real, and nothing of it stays. */
public interface Stage extends AutoCloseable {

    /** What the rehearsal works on; maybe the database's own, maybe that of a copy. */
    Connection connection();

    /** Of that connection. What is committed by it lasts no longer than the stage. */
    Session session();

    /** Whether it is a copy, so that what a transaction cannot hold may be rehearsed as well. */
    boolean isCopy();

    /**
     * What has happened since this was asked last, in the transaction that is open; it was one statement.
     *
     * @param sql the text of the statement
     */
    Effects effects(String sql) throws SQLException;

    /** Takes back whatever was done. */
    @Override
    void close() throws SQLException;
}
