package dev.retort.internal.script;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that a query brought: column labels to plain values, in the order of the query. The typed readers convert what
 * one database keeps differently from another (SQLite has neither booleans nor dates); each returns null for SQL's
 * NULL, and fails with the column's name and the value where that is not of the kind.
 */
public final class Row extends AbstractMap<String, @Nullable Object> {

    /** ISO, or with a blank for the T as SQLite's own functions write it; the seconds may be missing. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][X]")
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private final Map<String, @Nullable Object> values;

    public Row(Map<String, ? extends @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return values.entrySet();
    }

    /** The value as it came, or null where the query has no such column. */
    @Override
    public @Nullable Object get(@Nullable Object column) {
        return values.get(column);
    }

    public @Nullable String string(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    public @Nullable Long integer(String column) {
        BigDecimal value = decimal(column);
        try {
            return value == null ? null : Long.valueOf(value.longValueExact());
        } catch (ArithmeticException e) {
            throw unreadable(column, "a whole number", e);
        }
    }

    public @Nullable BigDecimal decimal(String column) {
        Object value = value(column);
        try {
            return value == null ? null : new BigDecimal(value.toString().trim());
        } catch (NumberFormatException e) {
            throw unreadable(column, "a number", e);
        }
    }

    /** Of a boolean; of a number, whether it is not 0; of the words PostgreSQL and SQLite write for them. */
    public @Nullable Boolean bool(String column) {
        Object value = value(column);
        if (value == null) {
            return null;
        }
        return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "yes", "on" -> Boolean.TRUE;
            case "false", "f", "0", "no", "off" -> Boolean.FALSE;
            default -> throw unreadable(column, "a boolean", null);
        };
    }

    /** A time without an offset is taken as UTC. */
    public @Nullable Instant instant(String column) {
        Object value = value(column);
        if (value == null) {
            return null;
        } else if (value instanceof Instant instant) {
            return instant;
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        try {
            return Instant.from(DATE_TIME.parse(value.toString().trim()));
        } catch (DateTimeParseException e) {
            throw unreadable(column, "a point in time", e);
        }
    }

    public @Nullable LocalDate date(String column) {
        Object value = value(column);
        try {
            return value == null || value instanceof LocalDate
                    ? (LocalDate) value
                    : LocalDate.parse(value.toString().trim());
        } catch (DateTimeParseException e) {
            throw unreadable(column, "a date", e);
        }
    }

    public @Nullable LocalTime time(String column) {
        Object value = value(column);
        try {
            return value == null || value instanceof LocalTime
                    ? (LocalTime) value
                    : LocalTime.parse(value.toString().trim());
        } catch (DateTimeParseException e) {
            throw unreadable(column, "a time of day", e);
        }
    }

    public @Nullable UUID uuid(String column) {
        Object value = value(column);
        try {
            return value == null || value instanceof UUID
                    ? (UUID) value
                    : UUID.fromString(value.toString().trim());
        } catch (IllegalArgumentException e) {
            throw unreadable(column, "a UUID", e);
        }
    }

    private @Nullable Object value(String column) {
        Object value = values.get(column);
        if (value == null && !values.containsKey(column)) {
            throw new IllegalArgumentException(
                    "The row has no column \"" + column + "\"; it has " + String.join(", ", values.keySet()) + ".");
        }
        return value;
    }

    private IllegalArgumentException unreadable(String column, String kind, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "Column \"" + column + "\" is not " + kind + ": \"" + values.get(column) + "\".", cause);
    }
}
