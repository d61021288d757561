package dev.retort.internal.dialect.postgres;

import dev.retort.Problem;
import dev.retort.RetortException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as PostgreSQL's input functions read them. Sent as a literal or a parameter whose type is left open, the text
 * becomes whatever the column is: a uuid, a json, an enum, an array of any of them.
 */
final class Text {

    private static final int LAST_OF_FOUR_DIGITS = 9999;

    private Text() {}

    /** @throws RetortException of the kind SCRIPT for what is no plain value */
    static String of(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return checked(value.toString());
        } else if (value instanceof List<?> list) {
            return list.stream().map(Text::element).collect(Collectors.joining(",", "{", "}"));
        } else if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof UUID
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalTime
                || value instanceof OffsetTime
                || value instanceof Duration
                || value instanceof Period) {
            return value.toString();
        }
        String time = time(value);
        if (time == null) {
            throw unknown(value);
        }
        return time;
    }

    private static @Nullable String time(Object value) {
        if (value instanceof LocalDate date) {
            return date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN) ? infinity(date.getYear()) : day(date);
        } else if (value instanceof LocalDateTime time) {
            return time(time, "");
        } else if (value instanceof OffsetDateTime time) {
            return time(time.toLocalDateTime(), time.getOffset().getId());
        } else if (value instanceof ZonedDateTime time) {
            return time(time.toLocalDateTime(), time.getOffset().getId());
        } else if (value instanceof Instant instant) {
            return instant.equals(Instant.MAX) || instant.equals(Instant.MIN)
                    ? infinity(instant.equals(Instant.MAX) ? 1 : -1)
                    : time(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), "Z");
        }
        return null;
    }

    private static String time(LocalDateTime time, String offset) {
        if (time.equals(LocalDateTime.MAX) || time.equals(LocalDateTime.MIN)) {
            return infinity(time.getYear());
        }
        String era = time.getYear() > 0 ? "" : " BC";
        return yearMonthDay(time.toLocalDate()) + "T" + time.toLocalTime() + offset + era;
    }

    private static String day(LocalDate date) {
        return yearMonthDay(date) + (date.getYear() > 0 ? "" : " BC");
    }

    /** Without Java's sign before years of five digits; Java's year 0 is 1 BC. A formatter takes long, and there may be a million. */
    private static String yearMonthDay(LocalDate date) {
        if (date.getYear() > 0 && date.getYear() <= LAST_OF_FOUR_DIGITS) {
            return date.toString();
        }
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String infinity(int sign) {
        return sign > 0 ? "infinity" : "-infinity";
    }

    private static String element(@Nullable Object element) {
        if (element == null) {
            return "NULL";
        }
        String text = of(element);
        return element instanceof List || element instanceof Number || element instanceof Boolean
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new RetortException(
                    RetortException.Kind.SCRIPT,
                    Problem.of("The text \"" + text.replace('\0', '␀')
                                    + "\" holds a NUL character, which PostgreSQL cannot store.")
                            .withHint("Take it out, or keep the value as bytes."));
        }
        return text;
    }

    private static RetortException unknown(Object value) {
        return new RetortException(
                RetortException.Kind.SCRIPT,
                Problem.of("A value of the type " + value.getClass().getSimpleName() + " cannot be stored: " + value
                                + ".")
                        .withHint("Use text (JSON is text too), numbers, booleans, dates and times, UUIDs, bytes, or"
                                + " lists of these."));
    }
}
