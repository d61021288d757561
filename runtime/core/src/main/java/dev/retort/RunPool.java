package dev.retort;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** What the two connections of a run are taken from, where it is not the driver alone: one to work on, and one for the lock. */
@FunctionalInterface
public interface RunPool {

    /**
     * Opens a pool of two connections, which is closed after the run.
     *
     * @param properties of the connections, such as user and password
     * @throws SQLException as the driver reports it, where the server cannot be reached
     */
    Open open(String jdbcUrl, Properties properties) throws SQLException;

    /** A pool that is open. */
    interface Open extends AutoCloseable {

        /** A connection, which goes back to the pool when it is closed. */
        Connection connection() throws SQLException;

        @Override
        void close();
    }
}
