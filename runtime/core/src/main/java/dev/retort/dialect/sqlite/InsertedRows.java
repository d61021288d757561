package dev.retort.dialect.sqlite;

import dev.retort.dialect.LoadTarget;
import dev.retort.dialect.RowSink;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One insert, prepared once and run row by row: there is no server that several would reach together. */
final class InsertedRows implements RowSink {

    private final String sql;
    private final PreparedStatement insert;
    private long given;

    private InsertedRows(String sql, PreparedStatement insert) {
        this.sql = sql;
        this.insert = insert;
    }

    static InsertedRows begin(Connection connection, LoadTarget target, List<String> columns) throws SQLException {
        String sql = RowStatements.allBound(target.table(), columns);
        return new InsertedRows(sql, connection.prepareStatement(sql));
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public void add(List<@Nullable Object> values) throws SQLException {
        given++;
        for (int i = 0; i < values.size(); i++) {
            Values.bind(insert, i + 1, values.get(i));
        }
        insert.executeUpdate();
    }

    @Override
    public long finish() {
        return given;
    }

    @Override
    public Optional<FailedRow> failedRow(SQLException failure) {
        return Optional.of(new FailedRow(given, null));
    }

    /** The rows that are there go with the transaction that is open. */
    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
