package dev.retort.internal.source;

import dev.retort.internal.operation.SqlExpression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spells the values that a database takes. */
final class ValueWords {

    /** Each is read again from what it prints. */
    private static final Set<Class<?>> TIMES = Set.of(
            Duration.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            OffsetTime.class,
            Period.class,
            Year.class,
            YearMonth.class,
            ZonedDateTime.class);

    private ValueWords() {}

    static Code value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        } else if (value instanceof Collection<?> collection) {
            List<Code> items = new ArrayList<>();
            collection.forEach(item -> items.add(value(item)));
            return Code.list(items);
        }
        return Code.text(single(value));
    }

    static Code map(Map<?, ?> values) {
        return Code.map(entries(values));
    }

    /** Names with their values, without brackets. */
    static List<Code> entries(Map<?, ?> values) {
        List<Code> entries = new ArrayList<>();
        values.forEach(
                (name, value) -> entries.add(new Code.Named(GroovyText.key(String.valueOf(name)), value(value))));
        return entries;
    }

    static Code sql(String sql) {
        return Code.text("sql(" + GroovyText.lines(NameText.plain(sql)) + ")");
    }

    private static String single(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return String.valueOf(value);
        } else if (value instanceof String text) {
            return GroovyText.text(text);
        } else if (value instanceof SqlExpression expression) {
            return sql(expression.sql()).flat();
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof UUID) {
            return "UUID.fromString('" + value + "')";
        } else if (value instanceof byte[] bytes) {
            return "Base64.decoder.decode('" + Base64.getEncoder().encodeToString(bytes) + "')";
        } else if (TIMES.contains(value.getClass())) {
            return value.getClass().getSimpleName() + ".parse('" + value + "')";
        }
        throw new OperationNotWritable(
                "A script cannot write down the " + value.getClass().getSimpleName() + " \"" + value + "\".");
    }

    private static String number(Number number) {
        if (number instanceof Long) {
            return number + "L";
        } else if (number instanceof BigInteger) {
            return number + "G";
        } else if (number instanceof BigDecimal decimal) {
            String text = decimal.toString();
            return text.indexOf('.') < 0 && text.indexOf('E') < 0 ? text + "e0" : text;
        } else if (number instanceof Double || number instanceof Float) {
            return floating(number);
        } else if (number instanceof Short || number instanceof Byte) {
            return "(" + number + " as " + number.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ")";
        }
        throw new OperationNotWritable("A script cannot write down the number \"" + number + "\".");
    }

    private static String floating(Number number) {
        double value = number.doubleValue();
        String type = number.getClass().getSimpleName();
        if (Double.isNaN(value)) {
            return type + ".NaN";
        } else if (Double.isInfinite(value)) {
            return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return number + (number instanceof Double ? "d" : "f");
    }
}
