package dev.retort.internal.sandbox.runtime;

import dev.retort.internal.json.JsonReader;
import dev.retort.internal.json.JsonWriter;
import dev.retort.internal.script.JsonSlurper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What scripts know as {@code Json}, within their budget. */
public final class JsonTexts {

    private JsonTexts() {}

    public static @Nullable Object parse(String text, Guard guard) {
        return new JsonReader(guard).read(text);
    }

    public static Map<String, @Nullable Object> object(String text, Guard guard) {
        return new JsonReader(guard).object(text);
    }

    public static List<@Nullable Object> array(String text, Guard guard) {
        return new JsonReader(guard).array(text);
    }

    public static String text(@Nullable Object value, Guard guard) {
        return new JsonWriter(guard).write(value);
    }

    public static @Nullable Object parseText(JsonSlurper slurper, String text, Guard guard) {
        return parse(text, guard);
    }

    public static String toJson(@Nullable Object value, Guard guard) {
        return text(value, guard);
    }
}
