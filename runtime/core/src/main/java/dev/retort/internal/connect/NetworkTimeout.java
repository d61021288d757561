package dev.retort.internal.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a server may take for the answer to what it always answers at once. A connection whose other end is gone
 * without a word would keep us waiting for as long as the system's network does.
 */
public final class NetworkTimeout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");
    private static final int NOT_SET = -1;

    private final Connection connection;
    private final int before;

    private NetworkTimeout(Connection connection, int before) {
        this.connection = connection;
        this.before = before;
    }

    /** @param time zero leaves it to the network */
    public static NetworkTimeout of(Connection connection, Duration time) throws SQLException {
        if (time.isZero()) {
            return new NetworkTimeout(connection, NOT_SET);
        }
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(time.toMillis(), Integer.MAX_VALUE));
            return new NetworkTimeout(connection, before);
        } catch (SQLFeatureNotSupportedException e) {
            // A file is not at the other end of anything.
            return new NetworkTimeout(connection, NOT_SET);
        }
    }

    @Override
    public void close() {
        try {
            if (before != NOT_SET && !connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, before);
            }
        } catch (SQLException e) {
            LOG.debug("The connection keeps its timeout", e);
        }
    }
}
