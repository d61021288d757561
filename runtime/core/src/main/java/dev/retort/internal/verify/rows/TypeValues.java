package dev.retort.internal.verify.rows;

import dev.retort.internal.dialect.Samples;
import dev.retort.internal.schema.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every type, for one column. */
final class TypeValues implements ColumnType.Visitor<Sample> {

    /** Of those that only the database knows by name. */
    private static final int ORDINARY_NAMED = 12;

    /** How many odd values come before the endless ones, for which there are rows of their own. */
    private static final int BEFORE_ENDLESS = 3;

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final LocalDateTime BEFORE_1970 = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000);
    private static final LocalDateTime LATE = LocalDateTime.of(9999, 12, 31, 23, 59, 59);
    private static final LocalDateTime EARLY = LocalDateTime.of(1, 1, 1, 0, 0);
    /** Where clocks are set back: the same time of the day comes once more an hour later, in Europe. */
    private static final LocalDateTime TWICE = LocalDateTime.of(2024, 10, 27, 0, 30);

    private static final LocalDateTime FRACTION = LocalDateTime.of(2024, 2, 29, 12, 34, 56, 789_000_000);

    private final Samples samples;
    private final KnownTypes types;
    private final Accepted accepted;
    private final TextValues texts;
    private final int place;

    /** Which values of a type the database takes. */
    interface Accepted {
        List<Object> of(ColumnType.Named type, List<Object> values);
    }

    /**
     * @param label what the texts are made of
     * @param place of the column in its table: columns beside each other differ
     */
    TypeValues(Samples samples, KnownTypes types, Accepted accepted, String label, int place) {
        this.samples = samples;
        this.types = types;
        this.accepted = accepted;
        this.texts = new TextValues(label);
        this.place = place;
    }

    Sample of(ColumnType type) {
        ColumnType resolved = types.resolved(type);
        Sample sample = resolved.accept(this);
        List<Object> endless = samples.endless(resolved);
        if (endless.isEmpty()) {
            return sample;
        }
        List<@Nullable Object> odd = new ArrayList<>(sample.odd());
        odd.addAll(Math.min(BEFORE_ENDLESS, odd.size()), endless);
        return new Sample(sample.ordinary(), odd);
    }

    @Override
    public Sample simple(ColumnType.Simple type) {
        return switch (type) {
            case SMALLINT, SMALLSERIAL -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
            case INTEGER, SERIAL -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT, BIGSERIAL -> whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case REAL -> new Sample(n -> n + 0.5, List.of(-1.5, 0.0, 3.0e38, 1e-30));
            case DOUBLE_PRECISION -> new Sample(n -> n + 0.5, List.of(-0.1, 0.0, 1.7976931348623157E308, 1e-300));
            case TEXT -> new Sample(texts::ordinary, texts.odd(null));
            case BOOL -> new Sample(n -> n % 2 != 0, List.of());
            case DATE ->
                new Sample(
                        n -> DAY.plusDays(n - 1 + place),
                        List.of(
                                BEFORE_1970.toLocalDate(),
                                EARLY.toLocalDate(),
                                LATE.toLocalDate(),
                                LocalDate.of(2024, 2, 29)));
            case UUID ->
                new Sample(
                        n -> UUID.nameUUIDFromBytes(texts.ordinary(n).getBytes(StandardCharsets.UTF_8)),
                        List.of(new UUID(0, 0), new UUID(-1, -1)));
            case JSON, JSONB -> json();
            case BYTES -> bytes();
            case INTERVAL -> listed(samples.named("interval"));
        };
    }

    private static Sample whole(long least, long most) {
        return new Sample(n -> Math.floorMod(n, most), List.of(least, 0L, most, -1L));
    }

    private static Sample json() {
        List<Object> odd = List.of(
                "[1.50, [\"it's\", null],  {\"b\": {\"a\": \"\\\"q\\\" \\\\ é 😀\", \"\": null}, \"a\": []}]",
                "{}",
                "null",
                "\"text\"",
                "[]",
                "true",
                "{\"\": -1e-7,  \"list\": []}");
        return new Sample(n -> "{\"n\": " + n + "}", odd);
    }

    private static Sample bytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return new Sample(
                n -> ("bytes " + n).getBytes(StandardCharsets.UTF_8),
                List.of(all, new byte[0], new byte[] {0}, "'\\".getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Sample numeric(ColumnType.Numeric type) {
        if (type.precision() == null) {
            return new Sample(
                    n -> new BigDecimal(n + ".50"),
                    List.of(
                            new BigDecimal("-0.0000000001"),
                            BigDecimal.ZERO,
                            new BigDecimal("12345678901234567890.123456789"),
                            new BigDecimal("-1.5")));
        }
        int scale = type.scale() == null ? 0 : type.scale();
        BigDecimal least = BigDecimal.ONE.movePointLeft(scale);
        BigInteger nines = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
        BigDecimal most = new BigDecimal(nines, scale);
        BigInteger wholes = BigInteger.TEN.pow(Math.max(0, type.precision() - scale));
        return new Sample(
                n -> wholes.signum() == 0 || wholes.equals(BigInteger.ONE)
                        ? new BigDecimal(BigInteger.valueOf(n).mod(nines), scale)
                        : new BigDecimal(BigInteger.valueOf(n).mod(wholes))
                                .setScale(scale)
                                .add(scale > 1 ? least : BigDecimal.ZERO),
                List.of(least.negate(), BigDecimal.ZERO.setScale(scale), most, most.negate()));
    }

    @Override
    public Sample varchar(ColumnType.Varchar type) {
        Integer length = type.length();
        return new Sample(length == null ? texts::ordinary : n -> texts.ordinary(n, length), texts.odd(length));
    }

    @Override
    public Sample character(ColumnType.Char type) {
        return new Sample(n -> texts.ordinary(n, type.length()), texts.odd(type.length()));
    }

    @Override
    public Sample time(ColumnType.Time type) {
        List<LocalTime> odd = List.of(BEFORE_1970.toLocalTime(), LocalTime.MIDNIGHT, FRACTION.toLocalTime());
        LocalTime first = LocalTime.of(1, 0).plusMinutes(place);
        return type.timezone()
                ? new Sample(
                        n -> first.plusMinutes(60 * (n % 20)).atOffset(ZoneOffset.UTC),
                        odd.stream()
                                .map(time -> time.atOffset(ZoneOffset.ofHours(-5)))
                                .toList())
                : new Sample(n -> first.plusMinutes(60 * (n % 20)), odd);
    }

    @Override
    public Sample timestamp(ColumnType.Timestamp type) {
        List<LocalDateTime> odd = type.timezone()
                ? List.of(BEFORE_1970, EARLY, TWICE, LATE, FRACTION)
                : List.of(BEFORE_1970, EARLY, LATE, FRACTION);
        LocalDateTime first = DAY.atTime(8, 0).plusHours(place % 12);
        return type.timezone()
                ? new Sample(
                        n -> first.plusDays(n - 1).atOffset(ZoneOffset.UTC),
                        odd.stream().map(time -> time.atOffset(ZoneOffset.UTC)).toList())
                : new Sample(n -> first.plusDays(n - 1), odd);
    }

    @Override
    public Sample array(ColumnType.Array type) {
        Sample element = of(type.element());
        List<@Nullable Object> odd = new ArrayList<>();
        element.odd().stream()
                .limit(1)
                .forEach(value -> odd.add(
                        samples.array(Arrays.asList(value, element.ordinary().apply(2), null))));
        odd.add(samples.array(List.of()));
        odd.add(samples.array(Arrays.asList(
                element.ordinary().apply(2), null, element.ordinary().apply(1))));
        element.odd().stream()
                .skip(1)
                .forEach(value -> odd.add(
                        samples.array(Arrays.asList(value, element.ordinary().apply(1)))));
        return new Sample(
                n -> samples.array(
                        List.of(element.ordinary().apply(n), element.ordinary().apply(n + 1))),
                odd);
    }

    @Override
    public Sample enumeration(ColumnType.Enumeration type) {
        List<String> values = type.values();
        return new Sample(n -> values.get((int) Math.floorMod(n - 1, (long) values.size())), List.of());
    }

    @Override
    public Sample named(ColumnType.Named type) {
        return types.attributes(type)
                .map(this::composite)
                .orElseGet(() -> listed(accepted.of(type, samples.named(type.sql()))));
    }

    private Sample composite(List<ColumnType> attributes) {
        List<Sample> parts = attributes.stream().map(this::of).toList();
        List<@Nullable Object> nothing = new ArrayList<>();
        parts.forEach(part -> nothing.add(null));
        List<@Nullable Object> odd = new ArrayList<>();
        for (Sample part : parts) {
            odd.add(part.odd().isEmpty() ? null : part.odd().get(0));
        }
        return new Sample(
                n -> samples.composite(
                        parts.stream().map(part -> part.ordinary().apply(n)).toList()),
                List.of(samples.composite(odd), samples.composite(nothing)));
    }

    private static Sample listed(List<Object> values) {
        return Sample.listed(values, ORDINARY_NAMED);
    }
}
