package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dialect's own questions to the server. */
final class Rows {

    private Rows() {}

    static List<Row> of(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Values.bind(statement, i + 1, parameters[i]);
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    /** The text of a column; empty where it is null. */
    static String text(Row row, String column) {
        return Objects.requireNonNullElse(row.string(column), "");
    }

    static boolean truth(Row row, String column) {
        return Boolean.TRUE.equals(row.bool(column));
    }

    static long number(Row row, String column) {
        return Objects.requireNonNull(row.integer(column));
    }

    /** The elements of an array; none where it is null. */
    static List<String> texts(Row row, String column) {
        return row.get(column) instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The name in a column, with its schema in another one, null where names are unqualified. */
    static QualifiedName name(Row row, String schema, String name) {
        return new QualifiedName(row.string(schema), text(row, name));
    }

    private static Row row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            values.put(columns.getColumnLabel(column), Values.read(result, column));
        }
        return new Row(values);
    }
}
