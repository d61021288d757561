package dev.retort.internal.sandbox;

import dev.retort.Location;
import dev.retort.Problem;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong and what to do, without the place. It travels through the compiler as a message of a form that the
 * compiler's own messages do not have, so that the compiler goes on deciding which of them count.
 */
record Sentence(String text, @Nullable String hint) {

    private static final char MARK = '\u0001';

    static Sentence of(String text, String hint) {
        return new Sentence(text, hint);
    }

    static Sentence of(String text, Optional<String> hint, String otherwise) {
        return new Sentence(text, hint.orElse(otherwise));
    }

    static String lowered(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    String message() {
        return MARK + text + MARK + (hint == null ? "" : hint) + MARK;
    }

    /** The problem that a message of ours stands for, or nothing where it is the compiler's. */
    static Optional<Problem> problem(String message, Location location) {
        int start = message.indexOf(MARK);
        if (start < 0) {
            return Optional.empty();
        }
        String[] parts = message.substring(start + 1).split(String.valueOf(MARK), -1);
        return Optional.of(new Problem(location, parts[0], parts[1].isEmpty() ? null : parts[1]));
    }
}
