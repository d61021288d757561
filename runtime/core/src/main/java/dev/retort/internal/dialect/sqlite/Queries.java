package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions to a connection. */
final class Queries {

    private Queries() {}

    static List<Row> rows(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Values.bind(statement, i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        }
    }

    private static List<Row> rows(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                values.put(columns.getColumnLabel(i), Values.read(result, i));
            }
            rows.add(new Row(values));
        }
        return rows;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** Carries an SQLException through a method that may not throw one. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException failure;

        Failed(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    static Catalog catalog(Connection connection) {
        return (sql, parameters) -> {
            try {
                return rows(connection, sql, parameters);
            } catch (SQLException e) {
                throw new Failed(e);
            }
        };
    }
}
