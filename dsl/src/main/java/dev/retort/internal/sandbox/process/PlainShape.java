package dev.retort.internal.sandbox.process;

import dev.retort.internal.operation.SqlExpression;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that databases take and give: each with a mark for its class, and no class but these. */
final class PlainShape implements Shape {

    /** Far more than any column holds; the text of a number with a larger exponent would fill the memory. */
    private static final int MOST_DIGITS = 200_000;

    private static final int NULL = 0;
    private static final int LIST = 1;
    private static final int MAP = 2;
    private static final int BYTES = 3;
    private static final int FIRST_KIND = 4;

    /** A class whose text says all there is to its values. */
    private record Kind<T>(Class<T> type, Function<T, String> text, Function<String, T> parse) {

        String textOf(Object value) {
            return text.apply(type.cast(value));
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(String.class, text -> text, text -> text),
            kind(Boolean.class, text -> text.equals("true")),
            kind(Integer.class, Integer::valueOf),
            kind(Long.class, Long::valueOf),
            new Kind<>(BigDecimal.class, PlainShape::decimal, PlainShape::decimal),
            kind(BigInteger.class, text -> decimal(text + " 0").toBigIntegerExact(), PlainShape::digits),
            kind(Double.class, Double::valueOf),
            kind(Float.class, Float::valueOf),
            kind(Short.class, Short::valueOf),
            kind(Byte.class, Byte::valueOf),
            kind(UUID.class, UUID::fromString),
            kind(Instant.class, Instant::parse),
            kind(LocalDate.class, LocalDate::parse),
            kind(LocalTime.class, LocalTime::parse),
            kind(LocalDateTime.class, LocalDateTime::parse),
            kind(OffsetTime.class, OffsetTime::parse),
            kind(OffsetDateTime.class, OffsetDateTime::parse),
            kind(ZonedDateTime.class, ZonedDateTime::parse),
            kind(Year.class, Year::parse),
            kind(YearMonth.class, YearMonth::parse),
            kind(Duration.class, Duration::parse),
            kind(Period.class, Period::parse),
            new Kind<>(SqlExpression.class, SqlExpression::sql, SqlExpression::new));

    private static <T> Kind<T> kind(Class<T> type, Function<String, T> parse) {
        return new Kind<>(type, String::valueOf, parse);
    }

    private static <T> Kind<T> kind(Class<T> type, Function<String, T> parse, Function<T, String> text) {
        return new Kind<>(type, text, parse);
    }

    private static String digits(BigInteger number) {
        return decimal(new BigDecimal(number)).split(" ", 2)[0];
    }

    /** The digits and the scale, for 1E+9 is not 1000000000. */
    private static String decimal(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("a number of more than " + MOST_DIGITS + " digits");
        }
        return number.unscaledValue() + " " + number.scale();
    }

    private static BigDecimal decimal(String text) {
        String[] parts = text.split(" ", 2);
        if (parts[0].length() > MOST_DIGITS + 1 || Math.abs((long) Integer.parseInt(parts[1])) > MOST_DIGITS) {
            throw new IllegalArgumentException("a number of too many digits");
        }
        return new BigDecimal(new BigInteger(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public void write(Output out, @Nullable Object value) throws IOException {
        out.enter();
        if (value == null) {
            out.mark(NULL);
        } else if (value instanceof List<?> list) {
            out.mark(LIST);
            out.number(list.size());
            for (Object element : list) {
                write(out, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            out.mark(MAP);
            out.number(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.text((String) entry.getKey());
                write(out, entry.getValue());
            }
        } else if (value instanceof byte[] bytes) {
            out.mark(BYTES);
            out.bytes(bytes);
        } else {
            writeKind(out, value);
        }
        out.leave();
    }

    private static void writeKind(Output out, Object value) throws IOException {
        for (int i = 0; i < KINDS.size(); i++) {
            if (KINDS.get(i).type() == value.getClass()) {
                out.mark(FIRST_KIND + i);
                out.text(KINDS.get(i).textOf(value));
                return;
            }
        }
        throw new IllegalArgumentException(
                "A " + value.getClass().getSimpleName() + " is not a value a database takes.");
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        in.enter();
        int mark = in.mark();
        Object value = switch (mark) {
            case NULL -> null;
            case LIST -> list(in);
            case MAP -> map(in);
            case BYTES -> in.bytes();
            default -> kind(mark - FIRST_KIND, in);
        };
        in.leave();
        return value;
    }

    private static Object kind(int number, Input in) throws IOException {
        if (number >= KINDS.size()) {
            throw new Garbled("a value of no known kind");
        }
        Kind<?> kind = KINDS.get(number);
        String text = in.text();
        try {
            return kind.parse().apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | IndexOutOfBoundsException e) {
            throw new Garbled("no " + kind.type().getSimpleName());
        }
    }

    private List<@Nullable Object> list(Input in) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            values.add(read(in));
        }
        return Collections.unmodifiableList(values);
    }

    private Map<String, @Nullable Object> map(Input in) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int left = in.count(); left > 0; left--) {
            values.put(in.text(), read(in));
        }
        return Collections.unmodifiableMap(values);
    }
}
