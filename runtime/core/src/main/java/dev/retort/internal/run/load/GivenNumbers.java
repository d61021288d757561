package dev.retort.internal.run.load;

import dev.retort.internal.operation.SqlExpression;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For which columns rows bring values that a database could have numbered them with. */
public final class GivenNumbers {

    private GivenNumbers() {}

    /** All rows name the same columns. */
    public static List<String> of(List<Map<String, @Nullable Object>> rows) {
        return rows.isEmpty()
                ? List.of()
                : rows.get(0).keySet().stream()
                        .filter(column -> rows.stream().anyMatch(row -> mayBeNumber(row.get(column))))
                        .toList();
    }

    private static boolean mayBeNumber(@Nullable Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || value instanceof SqlExpression
                || value instanceof String text
                        && !text.isEmpty()
                        && text.chars().allMatch(Character::isDigit);
    }
}
