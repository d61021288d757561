package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Samples;
import dev.retort.internal.schema.ColumnType;
import dev.retort.internal.schema.ColumnType.Simple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of a type that the expressions of a table's rules suggest. */
final class Hints implements ColumnType.Visitor<Collection<Object>> {

    private static final int LARGEST_ARRAY = 20;
    private static final int LONGEST_BYTES = 100_000;

    private final LiteralValues literals;
    private final Samples samples;
    private final TypeValues values;

    Hints(LiteralValues literals, Samples samples, TypeValues values) {
        this.literals = literals;
        this.samples = samples;
        this.values = values;
    }

    @Override
    public Collection<Object> simple(Simple type) {
        return switch (type) {
            case SMALLINT, SMALLSERIAL -> wholes(Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, SERIAL -> wholes(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT, BIGSERIAL -> wholes(Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL, DOUBLE_PRECISION -> List.copyOf(numbers(1));
            case TEXT -> texts(null);
            case BOOL -> List.of(true, false);
            case DATE -> dates();
            case UUID -> uuids();
            case JSON, JSONB -> documents();
            case BYTES -> bytes();
            case INTERVAL ->
                literals.texts().stream()
                        .filter(text -> text.matches("-?\\d[\\d.:]*( .*)?"))
                        .map(Object.class::cast)
                        .toList();
        };
    }

    private Collection<Object> wholes(long least, long most) {
        Set<Object> all = new LinkedHashSet<>();
        for (BigDecimal number : numbers(0)) {
            if (number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                all.add(number.setScale(0, RoundingMode.FLOOR).longValue());
            }
        }
        return all;
    }

    /** Those that are written, and their neighbours, doubles and halves. */
    private Set<BigDecimal> numbers(int scale) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        Set<BigDecimal> all = new LinkedHashSet<>();
        for (BigDecimal number : literals.numbers()) {
            all.add(number);
            for (BigDecimal by : List.of(step, BigDecimal.ONE)) {
                all.add(number.add(by));
                all.add(number.subtract(by));
            }
        }
        for (BigDecimal number : literals.numbers()) {
            for (int factor = 2; factor <= 4; factor++) {
                all.add(number.multiply(BigDecimal.valueOf(factor)));
            }
            all.add(number.divide(BigDecimal.valueOf(2), RoundingMode.FLOOR));
        }
        if (!all.isEmpty()) {
            all.add(BigDecimal.ZERO);
            all.add(BigDecimal.ONE.negate());
        }
        return all;
    }

    /** @param length null means any */
    private Collection<Object> texts(@Nullable Integer length) {
        List<Object> fitting = new ArrayList<>();
        for (String text : new TextHints(literals).all()) {
            if (length == null || text.codePointCount(0, text.length()) <= length) {
                fitting.add(text);
            }
        }
        if (literals.texts().stream().anyMatch(text -> text.startsWith("$.") || text.startsWith("$["))) {
            documents().stream()
                    .filter(document -> length == null || document.toString().length() <= length)
                    .forEach(fitting::add);
        }
        return fitting;
    }

    private Collection<Object> dates() {
        Set<Object> all = new LinkedHashSet<>();
        moments().map(LocalDateTime::toLocalDate).forEach(day -> {
            all.add(day);
            all.add(day.plusDays(1));
            all.add(day.minusDays(1));
            all.add(day.withDayOfMonth(1));
        });
        years().forEach(all::add);
        return all;
    }

    /** Days of the years that numbers may mean. */
    private Stream<LocalDate> years() {
        return literals.numbers().stream()
                .filter(number -> number.scale() <= 0 && number.signum() > 0 && number.intValue() < 9999)
                .filter(number -> number.precision() == 4)
                .map(number -> LocalDate.of(number.intValue(), 6, 15));
    }

    private Stream<LocalDateTime> moments() {
        return literals.texts().stream().map(Hints::moment).flatMap(Optional::stream);
    }

    private static Optional<LocalDateTime> moment(String text) {
        String iso = text.strip().replace(' ', 'T').replaceAll("(:\\d\\d.*[+-]\\d\\d)$", "$1:00");
        try {
            if (iso.length() == "2024-01-01".length()) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay());
            }
            return Optional.of(
                    iso.matches(".*([+-]\\d\\d:\\d\\d|Z)$")
                            ? OffsetDateTime.parse(iso)
                                    .withOffsetSameInstant(ZoneOffset.UTC)
                                    .toLocalDateTime()
                            : LocalDateTime.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Collection<Object> uuids() {
        List<Object> all = new ArrayList<>();
        for (String text : literals.texts()) {
            try {
                all.add(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                // Another literal of the same expression.
                continue;
            }
        }
        return all;
    }

    private Collection<Object> documents() {
        Set<Object> all = new LinkedHashSet<>();
        List<String> words = literals.texts().stream()
                .map(text -> text.replaceFirst("^\\$\\.?", ""))
                .filter(text -> text.matches("[\\w. -]{1,40}"))
                .toList();
        for (String value : List.of("\"text\"", "1", "true", "[]", "{}")) {
            StringBuilder whole = new StringBuilder();
            for (String word : words) {
                all.add("{\"" + word + "\": " + value + "}");
                whole.append(whole.isEmpty() ? "" : ", ")
                        .append('"')
                        .append(word)
                        .append("\": ")
                        .append(value);
            }
            all.add("{" + whole + "}");
        }
        for (String key : words) {
            words.forEach(word -> all.add("{\"" + key + "\": \"" + word + "\"}"));
            all.add("\"" + key + "\"");
        }
        literals.numbers().forEach(number -> all.add(number.toPlainString()));
        return all;
    }

    private Collection<Object> bytes() {
        List<Object> all = new ArrayList<>();
        sizes(LONGEST_BYTES).forEach(size -> {
            for (int n = 0; n < 6; n++) {
                all.add(TextValues.counted(n, size, 'a').getBytes(StandardCharsets.UTF_8));
            }
        });
        return all;
    }

    private Stream<Integer> sizes(int most) {
        return literals.numbers().stream()
                .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValue)
                .flatMap(size -> Stream.of(size, size + 1, size - 1))
                .filter(size -> size >= 0)
                .distinct();
    }

    @Override
    public Collection<Object> numeric(ColumnType.Numeric type) {
        int scale = type.scale() == null ? 0 : type.scale();
        Set<Object> all = new LinkedHashSet<>();
        for (BigDecimal number : numbers(type.precision() == null ? 1 : scale)) {
            BigDecimal fitting = type.precision() == null ? number : number.setScale(scale, RoundingMode.FLOOR);
            if (type.precision() == null || fitting.precision() <= type.precision()) {
                all.add(fitting);
            }
        }
        return all;
    }

    @Override
    public Collection<Object> varchar(ColumnType.Varchar type) {
        return texts(type.length());
    }

    @Override
    public Collection<Object> character(ColumnType.Char type) {
        return texts(type.length());
    }

    @Override
    public Collection<Object> time(ColumnType.Time type) {
        Set<Object> all = new LinkedHashSet<>();
        for (String text : literals.texts()) {
            try {
                LocalTime time = LocalTime.parse(text.replaceFirst("[+-]\\d\\d.*$", ""));
                for (long minutes : new long[] {0, 1, -1}) {
                    LocalTime near = time.plusMinutes(minutes);
                    all.add(type.timezone() ? near.atOffset(ZoneOffset.UTC) : near);
                }
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return all;
    }

    @Override
    public Collection<Object> timestamp(ColumnType.Timestamp type) {
        Set<Object> all = new LinkedHashSet<>();
        Stream.concat(moments(), years().map(LocalDate::atStartOfDay))
                .flatMap(time -> Stream.of(
                        time,
                        time.plusDays(1),
                        time.minusDays(1),
                        time.plusSeconds(1),
                        time.toLocalDate().atStartOfDay()))
                .forEach(time -> all.add(type.timezone() ? time.atOffset(ZoneOffset.UTC) : time));
        return all;
    }

    @Override
    public Collection<Object> array(ColumnType.Array type) {
        Collection<Object> elements = type.element().accept(this);
        Set<Object> all = new LinkedHashSet<>();
        elements.stream().limit(LARGEST_ARRAY).forEach(element -> all.add(samples.array(List.of(element))));
        all.add(samples.array(List.copyOf(elements).subList(0, Math.min(LARGEST_ARRAY, elements.size()))));
        Sample element = values.of(type.element());
        sizes(LARGEST_ARRAY).forEach(size -> all.add(samples.array(element.some(1, size))));
        return all;
    }

    @Override
    public Collection<Object> enumeration(ColumnType.Enumeration type) {
        return List.copyOf(type.values());
    }

    /** As texts; the database says which of them are values of the type. */
    @Override
    public Collection<Object> named(ColumnType.Named type) {
        List<Object> all = new ArrayList<>(texts(null));
        literals.texts().stream()
                .filter(text -> text.matches("[\\w.-]{1,40}"))
                .forEach(text -> all.add("\"" + text + "\"=>\"1\""));
        return all;
    }
}
