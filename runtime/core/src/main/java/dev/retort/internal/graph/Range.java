package dev.retort.internal.graph;

import dev.retort.GraphException;
import org.jspecify.annotations.Nullable;

/**
 * Two targets with a colon between them.
 *
 * @param start where it begins; null where nothing is before the colon
 * @param end where it ends; null where nothing is after it
 */
public record Range(@Nullable String start, @Nullable String end) {

    /** Reads {@code S:E}, {@code S:} or {@code :E}. */
    public static Range parse(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.indexOf(':', colon + 1) >= 0) {
            throw new GraphException.MalformedTarget(
                    "\"" + text + "\" is not a range.", "Ranges are: <start>:<end>, <start>: and :<end>.");
        }
        String start = trimmed.substring(0, colon);
        String end = trimmed.substring(colon + 1);
        return new Range(start.isEmpty() ? null : start, end.isEmpty() ? null : end);
    }
}
