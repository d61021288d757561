package dev.retort.internal.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.retort.RunPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** HikariCP between a run and the driver. */
final class HikariPool implements RunPool {

    @Override
    public Open open(String jdbcUrl, Properties properties) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("retort");
        config.setJdbcUrl(jdbcUrl);
        config.setDataSourceProperties(properties);
        // Not fewer than that when idle, or the pool closes the one by which it has tried the server.
        config.setMaximumPoolSize(1);
        config.setMinimumIdle(1);
        // A connection in use for hours is what a migration is; the pool shall neither retire nor suspect it.
        config.setMaxLifetime(0);
        config.setInitializationFailTimeout(1);
        config.setExceptionOverride(new KeepConnection());
        try {
            return new OfDataSource(new HikariDataSource(config));
        } catch (PoolInitializationException e) {
            // The pool's own words say nothing; what the driver said is underneath.
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e);
        }
    }

    private record OfDataSource(HikariDataSource source) implements Open {

        @Override
        public Connection connection() throws SQLException {
            return source.getConnection();
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /**
     * A statement that the database refuses is the author's to correct; the pool would take some of the refusals ("not
     * supported") for a broken connection, and close the one that the failure is still to be written down with.
     */
    private static final class KeepConnection implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            return Override.DO_NOT_EVICT;
        }
    }
}
