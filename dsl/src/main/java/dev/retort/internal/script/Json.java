package dev.retort.internal.script;

import dev.retort.internal.json.JsonReader;
import dev.retort.internal.json.JsonWriter;
import dev.retort.internal.json.Limits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON for a script, known everywhere in it: {@code Json.object(row.string('settings'))}. Inside the sandbox its methods
 * count against the script's budget.
 */
public final class Json {

    private Json() {}

    /**
     * The value of a document: a map, a list, a text, {@code Integer}, {@code Long}, {@code BigDecimal},
     * {@code Boolean} or null.
     */
    public static @Nullable Object parse(String text) {
        return new JsonReader(Limits.NONE).read(text);
    }

    /** The members of a document that is an object. */
    public static Map<String, @Nullable Object> object(String text) {
        return new JsonReader(Limits.NONE).object(text);
    }

    /** The elements of a document that is an array. */
    public static List<@Nullable Object> array(String text) {
        return new JsonReader(Limits.NONE).array(text);
    }

    /**
     * What is at a path of keys and indexes: {@code Json.at(document, 'user', 'emails', 0)}; null where there is
     * nothing.
     */
    public static @Nullable Object at(@Nullable Object document, Object... path) {
        Object here = document;
        for (Object step : path) {
            if (here instanceof Map<?, ?> map) {
                here = map.get(step instanceof CharSequence ? step.toString() : step);
            } else if (here instanceof List<?> list && step instanceof Integer index) {
                here = index >= 0 && index < list.size() ? list.get(index) : null;
            } else {
                return null;
            }
        }
        return here;
    }

    /** One line of JSON of maps, lists, arrays, texts, numbers, booleans, nulls, dates, times, UUIDs and enums. */
    public static String text(@Nullable Object value) {
        return new JsonWriter(Limits.NONE).write(value);
    }
}
