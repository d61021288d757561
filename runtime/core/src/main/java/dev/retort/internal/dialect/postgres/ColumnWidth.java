package dev.retort.internal.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** How many characters a column takes: of {@code varchar(32)} 32, and of {@code text} any number. */
final class ColumnWidth {

    /** A length of a type is kept with the four bytes that a value's own length takes. */
    private static final String QUERY = """
            SELECT atttypmod - 4 FROM pg_catalog.pg_attribute
            WHERE attrelid = pg_catalog.to_regclass(CAST(? AS text)) AND attname = ? AND atttypmod > 4
              AND atttypid IN ('pg_catalog.varchar'::regtype, 'pg_catalog.bpchar'::regtype)""";

    private ColumnWidth() {}

    static OptionalInt of(Connection connection, String table, String column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, table);
            statement.setString(2, column);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
            }
        }
    }
}
