package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.dialect.LastNumber;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The literal of a value says of which kind it is, and all of its digits. */
final class SqliteExactRows implements ExactRows {

    /** {@code quote} cuts a text at its first NUL character. */
    @Override
    public String literal(String quotedColumn) {
        return "CASE WHEN typeof(" + quotedColumn + ") = 'text' AND instr(" + quotedColumn + ", char(0)) > 0"
                + " THEN 'CAST(x''' || hex(" + quotedColumn + ") || ''' AS TEXT)' ELSE quote(" + quotedColumn + ") END";
    }

    @Override
    public List<LastNumber> numbers(Statement statement) throws SQLException {
        List<LastNumber> numbers = new ArrayList<>();
        try (ResultSet table = statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'")) {
            if (!table.next()) {
                return numbers;
            }
        }
        try (ResultSet rows = statement.executeQuery("SELECT name, seq FROM sqlite_sequence")) {
            while (rows.next()) {
                numbers.add(
                        new LastNumber(QualifiedName.of(rows.getString("name")), "", true, rows.getLong("seq"), true));
            }
        }
        return numbers;
    }

    @Override
    public String ownRows(Table table) {
        return Names.quote(table.name());
    }
}
