package dev.retort.internal.dialect;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * One value of a file of rows, as it stands there.
 *
 * @param text without the quotes of its file
 */
public record Cell(String text, Kind kind) {

    /** How a file says it. */
    public enum Kind {
        /** Text of a file that knows nothing but text. */
        TEXT,
        /** A string of JSON. */
        JSON_STRING,
        /** Any other value of JSON; the text is JSON. */
        JSON
    }

    public static Cell text(String text) {
        return new Cell(text, Kind.TEXT);
    }

    /** As a column of JSON takes it. */
    public String json() {
        return kind == Kind.JSON_STRING
                ? '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"'
                : text;
    }
}
