package dev.retort;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** What the connection that a run works on is taken from, where it is not the driver alone. The lock has a connection of the driver's. */
@FunctionalInterface
public interface RunPool {

    /**
     * Opens a pool of one connection, which is closed after the run.
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
