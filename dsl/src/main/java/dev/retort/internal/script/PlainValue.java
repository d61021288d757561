package dev.retort.internal.script;

import dev.retort.internal.json.JsonWriter;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.SqlExpression;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a script hands over, so that an operation holds plain data and nothing of the script: a text with values
 * in it becomes a string, lists and maps are copied as deep as they go.
 */
final class PlainValue {

    private PlainValue() {}

    static @Nullable Object copy(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || isPlainNumber(value)) {
            return value;
        } else if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        } else if (value instanceof SqlExpression || value instanceof UUID || isJavaTime(value)) {
            return value;
        } else if (value instanceof byte[] bytes) {
            return bytes.clone();
        } else if (value instanceof Map<?, ?> map) {
            return map(map, PlainValue::copy);
        } else if (value instanceof Collection<?> collection) {
            return list(collection);
        } else if (value instanceof Object[] array) {
            return list(List.of(array));
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        throw new Refusal(
                "A " + value.getClass().getSimpleName() + " is not a value a database takes.",
                "Texts, numbers, booleans, dates and times, UUIDs, bytes, lists and maps are.");
    }

    /** Column or parameter names to the values a database takes, in the order they were given. */
    static Map<String, @Nullable Object> row(Map<?, ?> values) {
        return map(values, PlainValue::stored);
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values, Function<Object, @Nullable Object> each) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        values.forEach((name, value) -> copy.put(String.valueOf(name), value == null ? null : each.apply(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** A map, and a list that holds one, can be nothing but JSON; another list is an array, or several values. */
    private static @Nullable Object stored(Object value) {
        Object plain = copy(value);
        if (!isJson(plain)) {
            return plain;
        }
        try {
            return new JsonWriter(Limits.NONE).write(plain);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isJson(@Nullable Object plain) {
        return plain instanceof Map
                || plain instanceof Collection<?> elements && elements.stream().anyMatch(PlainValue::isJson);
    }

    private static List<@Nullable Object> list(Collection<?> values) {
        List<@Nullable Object> copy = new ArrayList<>();
        values.forEach(value -> copy.add(copy(value)));
        return Collections.unmodifiableList(copy);
    }

    private static boolean isPlainNumber(Object value) {
        return value instanceof Number && value.getClass().getName().startsWith("java.");
    }

    private static boolean isJavaTime(Object value) {
        boolean time = value instanceof Temporal || value instanceof TemporalAmount;
        return time && value.getClass().getName().startsWith("java.time.");
    }
}
