package dev.retort.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.retort.internal.error.Bug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document, strictly as RFC 8259 has it, into maps, lists, texts, {@code Integer}, {@code Long},
 * {@code BigDecimal}, {@code Boolean} and null. Keys keep their order; one that is given twice in an object is an error,
 * since databases and languages differ on which of the two counts.
 *
 * <p>What is wrong with a text is an {@link IllegalArgumentException} with the line and the column of the place.
 */
public final class JsonReader {

    /** Deeper than any document that people write, and no danger to the stack. */
    static final int DEPTH = 200;

    private final Limits limits;
    private int values;

    /** @param limits are asked for each value */
    public JsonReader(Limits limits) {
        this.limits = limits;
    }

    /** The document's one value. */
    public @Nullable Object read(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("There is no JSON to read: the text is null.");
        }
        values = 0;
        try (JsonParser parser = factory().createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("There is no JSON to read: the text is empty.");
            }
            Object value = value(parser, first, 0);
            if (parser.nextToken() != null) {
                throw broken(parser.currentTokenLocation(), "the document has ended before.");
            }
            return value;
        } catch (JsonEOFException e) {
            throw new IllegalArgumentException("The JSON ends too early, at " + place(e.getLocation()) + ".", e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    broken(e.getLocation(), plain(e.getOriginalMessage())).getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #read}, where the document must be an object. */
    public Map<String, @Nullable Object> object(@Nullable String text) {
        Object value = read(text);
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            map.forEach((key, member) -> object.put(String.valueOf(key), member));
            return object;
        }
        throw new IllegalArgumentException("The JSON is " + kind(value) + ", not an object.");
    }

    /** As {@link #read}, where the document must be an array. */
    public List<@Nullable Object> array(@Nullable String text) {
        Object value = read(text);
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new IllegalArgumentException("The JSON is " + kind(value) + ", not an array.");
    }

    private static String kind(@Nullable Object value) {
        if (value instanceof Map) {
            return "an object";
        } else if (value instanceof List) {
            return "an array";
        } else if (value instanceof String) {
            return "a text";
        }
        return value == null || value instanceof Boolean ? String.valueOf(value) : "a number";
    }

    /** Without the caches of the library, which outlive a script: names and buffers that it shares between parsers. */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH + 2)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    private @Nullable Object value(JsonParser parser, JsonToken token, int depth) throws IOException {
        limits.check();
        limits.elements(++values);
        if (depth > DEPTH) {
            throw new IllegalArgumentException("The JSON is nested more than " + DEPTH + " deep, at "
                    + place(parser.currentTokenLocation()) + ".");
        }
        return switch (token) {
            case START_OBJECT -> members(parser, depth);
            case START_ARRAY -> elements(parser, depth);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new Bug("no value begins with " + token);
        };
    }

    private Map<String, @Nullable Object> members(JsonParser parser, int depth) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw broken(parser.currentTokenLocation(), "the key \"" + name + "\" is there a second time.");
            }
            members.put(name, value(parser, parser.nextToken(), depth + 1));
        }
        return members;
    }

    private List<@Nullable Object> elements(JsonParser parser, int depth) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token, depth + 1));
        }
        return elements;
    }

    private Number number(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            switch (parser.getNumberType()) {
                case INT:
                    return parser.getIntValue();
                case LONG:
                    return parser.getLongValue();
                default:
                    break;
            }
        }
        BigDecimal number = new BigDecimal(parser.getText());
        limits.digits(Math.abs((double) number.scale()));
        return number;
    }

    private static IllegalArgumentException broken(@Nullable JsonLocation place, String why) {
        return new IllegalArgumentException("The JSON is wrong at " + place(place) + ": " + why);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "a place that is not known" : location.getLineNr() + ":" + location.getColumnNr();
    }

    /** The library's own words, without what only its users understand. */
    private static String plain(String message) {
        String text = message.replaceAll("\\('(.)' \\(code \\d+\\)\\)", "'$1'")
                .replaceAll(" \\([^()]*StreamReadConstraints[^()]*\\(\\)`\\)", "")
                .replace(": was expecting", ", where there should be")
                .strip();
        String sentence = text.endsWith(".") ? text : text + ".";
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
