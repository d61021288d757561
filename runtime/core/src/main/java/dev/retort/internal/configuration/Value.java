package dev.retort.internal.configuration;

import java.util.List;

/**
 * What a setting is set to.
 *
 * @param parts one text, or several for a setting that is a list; as they were written, variables put in
 */
record Value(List<String> parts, Source source) {

    Value {
        parts = List.copyOf(parts);
    }

    String text() {
        return parts.get(0);
    }
}
