package dev.retort.internal.dialect.sqlite;

import dev.retort.RetortException;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.operation.SqlExpression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQLite keeps them: null, 64-bit integer, double, text or bytes.
 *
 * <ul>
 *   <li>Booleans are 1 and 0.
 *   <li>A point in time is text in UTC, {@code 2026-11-21 10:15:00}, with three, six or nine digits of the second's
 *       fraction where it has one: what {@code CURRENT_TIMESTAMP} and {@code strftime('%f')} write, so that they
 *       compare and sort together.
 *   <li>A decimal is a number while a double can hold all its digits (15 of them) and a 64-bit integer its whole;
 *       otherwise it is text. A text column keeps that text to the last digit; a NUMERIC column turns it into a double.
 * </ul>
 */
final class Values {

    /** Digits that go into a double and come out the same. */
    private static final int EXACT_DIGITS = 15;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);

    private Values() {}

    /** The value as one of SQLite's five kinds: null, Long, Double, String or byte[]. */
    static @Nullable Object stored(@Nullable Object value) {
        if (value == null || value instanceof Long || value instanceof byte[] || value instanceof String) {
            return value;
        } else if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        } else if (value instanceof BigInteger number) {
            return decimal(new BigDecimal(number));
        } else if (value instanceof BigDecimal number) {
            return decimal(number);
        } else if (value instanceof Double || value instanceof Float) {
            return floating(value);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return value.toString();
        }
        return time(value);
    }

    private static Object decimal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 19) {
            BigInteger whole = stripped.toBigInteger();
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : text(number);
        }
        double nearest = number.doubleValue();
        boolean exact = stripped.precision() <= EXACT_DIGITS
                && Double.isFinite(nearest)
                && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
        return exact ? (Object) nearest : text(number);
    }

    /** Without an exponent, as long as that does not take more room than the value is worth. */
    private static String text(BigDecimal number) {
        return Math.abs(number.scale()) > 1000 ? number.toString() : number.toPlainString();
    }

    private static Object floating(Object value) {
        double number = value instanceof Float ? Double.parseDouble(value.toString()) : (Double) value;
        if (Double.isNaN(number)) {
            throw Refusal.of("SQLite cannot keep NaN; it would become NULL.");
        }
        return number;
    }

    private static Object time(Object value) {
        if (value instanceof Instant instant) {
            return dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof OffsetDateTime time) {
            return dateTime(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        } else if (value instanceof ZonedDateTime time) {
            return dateTime(time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
        } else if (value instanceof LocalDateTime time) {
            return dateTime(time);
        } else if (value instanceof LocalDate) {
            return value.toString();
        } else if (value instanceof LocalTime time) {
            return time(time);
        } else if (value instanceof OffsetTime time) {
            return time(time.toLocalTime()) + time.getOffset().getId().replace("Z", "+00:00");
        }
        throw unknown(value);
    }

    private static RetortException unknown(Object value) {
        if (value instanceof Iterable || value.getClass().isArray()) {
            return Refusal.lacks(Capability.ARRAYS, "Keep the list as JSON text: Json.text(list).");
        }
        return Refusal.of("A value of the class " + value.getClass().getName() + " cannot be kept in SQLite.");
    }

    private static String dateTime(LocalDateTime time) {
        return time.toLocalDate() + " " + time(time.toLocalTime());
    }

    private static String time(LocalTime time) {
        int nano = time.get(ChronoField.NANO_OF_SECOND);
        DateTimeFormatter format =
                nano == 0 ? SECONDS : nano % 1_000_000 == 0 ? MILLIS : nano % 1_000 == 0 ? MICROS : NANOS;
        return format.format(time);
    }

    static String literal(@Nullable Object value) {
        if (value instanceof SqlExpression expression) {
            return Expressions.portable(expression.sql());
        }
        Object stored = stored(value);
        if (stored == null) {
            return "NULL";
        } else if (stored instanceof byte[] bytes) {
            return "x'" + HexFormat.of().formatHex(bytes) + "'";
        } else if (stored instanceof Double number) {
            return number.isInfinite() ? (number > 0 ? "9e999" : "-9e999") : number.toString();
        } else if (stored instanceof Long number) {
            // 9223372036854775808 is no integer, so its negation is none either.
            return number == Long.MIN_VALUE ? "(-9223372036854775807 - 1)" : number.toString();
        }
        String text = stored.toString();
        if (text.indexOf('\0') >= 0 || text.contains("\r\n")) {
            // A statement ends at its first NUL character, and sqlite3 takes a line end of Windows for its own.
            return "CAST(x'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "' AS TEXT)";
        }
        return "'" + text.replace("'", "''") + "'";
    }

    /** A minus may not meet another one, which would begin a comment. */
    static String operand(@Nullable Object value) {
        String literal = literal(value);
        return literal.startsWith("-") ? "(" + literal + ")" : literal;
    }

    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        Object stored = stored(value);
        if (stored instanceof Long number) {
            statement.setLong(index, number);
        } else if (stored instanceof Double number) {
            statement.setDouble(index, number);
        } else if (stored instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (stored == null) {
            statement.setObject(index, null);
        } else {
            statement.setString(index, stored.toString());
        }
    }

    /** The driver calls small integers Integer and others Long; here the class does not depend on the value. */
    static @Nullable Object read(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }
}
