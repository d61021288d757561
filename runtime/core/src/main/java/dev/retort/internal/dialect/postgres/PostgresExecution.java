package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Execution;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How statements and values are given to the driver of PostgreSQL. */
final class PostgresExecution implements Execution {

    @Override
    public boolean gainsFromBatches(String sql) {
        return AuthorsSql.onlyChangesRows(sql);
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        Values.bind(statement, index, value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return Values.read(rows, column);
    }
}
