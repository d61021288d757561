package dev.retort.internal.dialect.postgres;

import dev.retort.internal.operation.SqlExpression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plain values on their way to the server and back. Whole and decimal numbers, booleans and bytes have the type they
 * say; everything else is text of an open type, and a literal means what the bound value means.
 */
final class Values {

    private Values() {}

    static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (value instanceof SqlExpression expression) {
            return expression.sql();
        } else if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        } else if (value instanceof byte[] bytes) {
            return quoted("\\x" + HexFormat.of().formatHex(bytes)) + "::bytea";
        } else if (value instanceof Number number && isFinite(number)) {
            return Text.of(number);
        }
        return quoted(Text.of(value));
    }

    /**
     * A parameter has the type it was bound with: a decimal 5 is halved to 2.5, and the integer 5 to 2. And a minus may
     * not meet another one, which would begin a comment, nor stand behind {@code ::}.
     */
    static String operand(@Nullable Object value) {
        if (!(value instanceof Number number) || !isFinite(number)) {
            return literal(value);
        }
        String text = literal(value);
        boolean whole = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        if (number instanceof Integer || number instanceof Short || number instanceof Byte || !whole) {
            return text.startsWith("-") ? "(" + text + ")" : text;
        }
        return "CAST(" + text + " AS " + (number instanceof Long ? "bigint" : "numeric") + ")";
    }

    /** Means the same whatever standard_conforming_strings says, and whatever a client takes a backslash for. */
    static String quoted(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.OTHER);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(index, truth);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof Number number && isFinite(number)) {
            bindNumber(statement, index, number);
        } else {
            statement.setObject(index, Text.of(value), Types.OTHER);
        }
    }

    /** A double goes as its shortest decimal: as float8 the server would cut it to 15 digits for a numeric column. */
    private static void bindNumber(PreparedStatement statement, int index, Number number) throws SQLException {
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            statement.setInt(index, number.intValue());
        } else if (number instanceof Long) {
            statement.setLong(index, number.longValue());
        } else {
            statement.setBigDecimal(index, new BigDecimal(Text.of(number)));
        }
    }

    private static boolean isFinite(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof BigDecimal
                || number instanceof BigInteger
                || Double.isFinite(number.doubleValue());
    }

    static @Nullable Object read(ResultSet rows, int column) throws SQLException {
        Object value = switch (rows.getMetaData().getColumnType(column)) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.NUMERIC -> rows.getObject(column);
            case Types.DOUBLE -> isOfType(rows, column, "money") ? rows.getString(column) : rows.getObject(column);
            case Types.BIT, Types.BOOLEAN -> bool(rows, column);
            case Types.BINARY -> rows.getBytes(column);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            case Types.TIME -> time(rows, column);
            case Types.TIME_WITH_TIMEZONE -> rows.getObject(column, OffsetTime.class);
            case Types.TIMESTAMP -> timestamp(rows, column);
            case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(column, OffsetDateTime.class);
            case Types.ARRAY -> list(rows, column);
            case Types.OTHER -> uuidOrText(rows, column);
            default -> rows.getString(column);
        };
        return rows.wasNull() ? null : value;
    }

    /**
     * JDBC's types are fewer than PostgreSQL's. The driver asks the server once more before it answers this, wherever the column is
     * a table's, so that the value itself shows its type where it can.
     */
    private static boolean isOfType(ResultSet rows, int column, String type) throws SQLException {
        return type.equals(rows.getMetaData().getColumnTypeName(column));
    }

    /** The driver calls {@code bit(n)} what it calls a boolean; the one is written in digits, the other in letters. */
    private static @Nullable Object bool(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null || isDigits(text) ? text : (Object) rows.getBoolean(column);
    }

    private static boolean isDigits(String text) {
        return text.isEmpty() || Character.isDigit(text.charAt(0));
    }

    private static @Nullable Object time(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text != null && hasOffset(text, 0)
                ? rows.getObject(column, OffsetTime.class)
                : (Object) rows.getObject(column, LocalTime.class);
    }

    private static @Nullable Object timestamp(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            return null;
        }
        boolean withOffset =
                text.endsWith("infinity") ? isOfType(rows, column, "timestamptz") : hasOffset(text, text.indexOf(':'));
        return withOffset
                ? rows.getObject(column, OffsetDateTime.class)
                : (Object) rows.getObject(column, LocalDateTime.class);
    }

    /** @param start where no hyphen of a date follows */
    private static boolean hasOffset(String text, int start) {
        return text.indexOf('+', start) >= 0 || text.indexOf('-', start) >= 0;
    }

    private static @Nullable Object uuidOrText(ResultSet rows, int column) throws SQLException {
        boolean uuid = rows.getMetaData().getColumnClassName(column).equals(UUID.class.getName());
        return uuid ? rows.getObject(column, UUID.class) : (Object) rows.getString(column);
    }

    private static @Nullable List<@Nullable Object> list(ResultSet rows, int column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        List<@Nullable Object> list = new ArrayList<>();
        // The driver gives an array's members as rows of (index, value), which are read like any others.
        try (ResultSet members = array.getResultSet()) {
            while (members.next()) {
                list.add(read(members, 2));
            }
        } finally {
            array.free();
        }
        return Collections.unmodifiableList(list);
    }
}
