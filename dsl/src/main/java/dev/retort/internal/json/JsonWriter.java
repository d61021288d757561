package dev.retort.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as one line of JSON. Dates, times and UUIDs become their texts; objects of other classes are
 * refused rather than taken apart.
 */
public final class JsonWriter {

    private final Limits limits;

    /** @param limits are asked for each value and each piece of text */
    public JsonWriter(Limits limits) {
        this.limits = limits;
    }

    /** @throws IllegalArgumentException where JSON has no form for a value */
    public String write(@Nullable Object value) {
        Text text = new Text();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            write(generator, value, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.written.toString();
    }

    private void write(JsonGenerator out, @Nullable Object value, int depth) throws IOException {
        limits.check();
        if (depth > JsonReader.DEPTH) {
            throw new IllegalArgumentException(
                    "JSON cannot be nested more than " + JsonReader.DEPTH + " deep, nor contain itself.");
        }
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(key(entry.getKey()));
                write(out, entry.getValue(), depth + 1);
            }
            out.writeEndObject();
        } else if (value instanceof Collection<?> collection) {
            array(out, collection, depth);
        } else if (value instanceof Object[] array) {
            array(out, Arrays.asList(array), depth);
        } else {
            out.writeString(text(value));
        }
    }

    private void array(JsonGenerator out, Collection<?> elements, int depth) throws IOException {
        out.writeStartArray();
        for (Object element : elements) {
            write(out, element, depth + 1);
        }
        out.writeEndArray();
    }

    private static void number(JsonGenerator out, Number number) throws IOException {
        if (number instanceof BigDecimal decimal) {
            out.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else if (number instanceof Double || number instanceof Float) {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("JSON has no " + number + ".");
            }
            out.writeNumber(new BigDecimal(number.toString()));
        } else {
            out.writeNumber(number.longValue());
        }
    }

    private static String key(@Nullable Object key) {
        if (key instanceof CharSequence || key instanceof Enum<?> || key instanceof Character || key instanceof UUID) {
            return text(key);
        }
        throw new IllegalArgumentException("The keys of a JSON object are texts, not " + key + ".");
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof UUID
                || isTime(value)) {
            return value.toString();
        }
        throw new IllegalArgumentException("A " + value.getClass().getSimpleName()
                + " has no form in JSON; make it a map, a list, a text, a number or a boolean.");
    }

    private static boolean isTime(Object value) {
        boolean time = value instanceof Temporal || value instanceof TemporalAmount;
        return time && value.getClass().getName().startsWith("java.time.");
    }

    /** A text that says how long it has become before it gets longer. */
    private final class Text extends Writer {
        private final StringBuilder written = new StringBuilder();

        @Override
        public void write(char[] characters, int from, int length) {
            limits.characters((double) written.length() + length);
            written.append(characters, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
