package dev.retort.internal.authoring;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something about a part of a script that its author is to see.
 *
 * @param message a sentence, and what to do
 * @param code what {@code retort explain} knows it by; null where there is no page about it
 * @param instead what was probably meant in the place of that part; null where nothing is known
 */
public record Notice(
        Span span,
        Level level,
        String message,
        @Nullable String code,
        @Nullable String instead) {

    static final Comparator<Notice> IN_ORDER = Comparator.comparing(
                    (Notice notice) -> notice.span().start())
            .thenComparing(Notice::level)
            .thenComparing(Notice::message);

    /** How bad it is, the worst first. */
    public enum Level {
        ERROR,
        WARNING,
        INFORMATION
    }
}
