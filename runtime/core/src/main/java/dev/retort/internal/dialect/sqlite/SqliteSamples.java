package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Samples;
import dev.retort.internal.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** SQLite keeps five kinds of values, and a column's affinity says which of them are at home in it. */
final class SqliteSamples implements Samples {

    private static final int ORDINARY = 12;

    @Override
    public List<Object> named(String type) {
        List<Object> values = new ArrayList<>();
        Types.Affinity affinity = Types.Affinity.of(type);
        for (long n = 1; n <= ORDINARY; n++) {
            values.add(ordinary(affinity, n));
        }
        switch (affinity) {
            case INTEGER -> values.addAll(List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
            case REAL -> values.addAll(List.of(0.0, -1.5, 1e-30, Double.MAX_VALUE));
            case NUMERIC -> values.addAll(List.of(0L, -1.5, 1e15, "not a number"));
            case TEXT -> values.addAll(List.of("", "it's \"É\" \\ 😀", " blanks  "));
            case BLOB ->
                values.addAll(List.of(
                        7L,
                        "7",
                        7.0,
                        "",
                        new byte[0],
                        "7".getBytes(StandardCharsets.UTF_8),
                        Long.MAX_VALUE,
                        "it's 😀"));
        }
        return values;
    }

    /** NaN is null here. */
    @Override
    public List<Object> endless(ColumnType type) {
        return type == ColumnType.Simple.REAL || type == ColumnType.Simple.DOUBLE_PRECISION
                ? List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                : List.of();
    }

    private static Object ordinary(Types.Affinity affinity, long n) {
        return switch (affinity) {
            case INTEGER, NUMERIC -> (Object) n;
            case REAL -> n + 0.5;
            case TEXT, BLOB -> "text " + n;
        };
    }

    /** A literal has its kind. */
    @Override
    public String typed(String literal, ColumnType type) {
        return literal;
    }
}
