package dev.retort.internal.authoring;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be written at a place.
 *
 * @param label what it is called in a list
 * @param text what is written
 * @param replaced what is there already
 * @param detail what it is, in a few words; null where there is nothing to say
 * @param manual more about it, as Markdown; null where there is nothing
 */
public record Proposal(
        String label,
        Kind kind,
        String text,
        Span replaced,
        @Nullable String detail,
        @Nullable String manual) {

    /** What is proposed. */
    public enum Kind {
        HEADER,
        OPERATION,
        OPTION,
        TYPE,
        REVISION,
        LABEL,
        TABLE,
        COLUMN,
        VALUE
    }
}
