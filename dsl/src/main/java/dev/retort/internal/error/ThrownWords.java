package dev.retort.internal.error;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an exception says, as a sentence. */
public final class ThrownWords {

    /** Exceptions whose name says less than their message. */
    private static final Set<Class<?>> PLAIN = Set.of(
            Exception.class,
            RuntimeException.class,
            IllegalStateException.class,
            IllegalArgumentException.class,
            UnsupportedOperationException.class,
            AssertionError.class);

    private ThrownWords() {}

    /** @param message of an exception of the type; null or blank where it has none */
    public static String of(Class<?> type, @Nullable String message) {
        if (message == null || message.isBlank()) {
            return type.getSimpleName() + ".";
        }
        return PLAIN.contains(type) ? sentence(message) : sentence(type.getSimpleName() + ": " + message);
    }

    /** The words, with a full stop where they end without one. */
    public static String sentence(String words) {
        String text = words.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
