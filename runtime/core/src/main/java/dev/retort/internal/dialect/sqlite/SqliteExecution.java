package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Execution;
import dev.retort.internal.dialect.SqlCall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How statements and values are given to the driver of SQLite. */
final class SqliteExecution implements Execution {

    /** SQLite leaves the number as it was wherever a statement changes no rows by itself. */
    private static final Set<String> COUNTED = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "WITH");

    /** There is nothing to send, and the driver does not say which row of a batch failed. */
    @Override
    public boolean gainsFromBatches(String sql) {
        return false;
    }

    @Override
    public boolean countsRows(String sql) {
        return COUNTED.contains(Names.tokens(sql).get(0).upper());
    }

    @Override
    public void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        Values.bind(statement, index, value);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int column) throws SQLException {
        return Values.read(rows, column);
    }

    /** The driver would take {@code backup to 'file'} for a command of its own, and write the file. */
    @Override
    public boolean preparesEveryText() {
        return true;
    }

    @Override
    public <R> R confined(Connection connection, String sql, SqlCall<R> call) throws SQLException {
        return Confinement.run(connection, sql, call);
    }
}
