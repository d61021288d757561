package dev.retort.internal.jpa.hibernate;

import java.sql.Connection;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Where there is no database to connect to. */
final class NoConnections implements ConnectionProvider {

    private static final long serialVersionUID = 1;

    @Override
    public Connection getConnection() {
        throw new UnsupportedOperationException("a schema is read without a database");
    }

    @Override
    public void closeConnection(Connection connection) {
        throw new UnsupportedOperationException("a schema is read without a database");
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException("there is nothing inside: " + type);
    }
}
