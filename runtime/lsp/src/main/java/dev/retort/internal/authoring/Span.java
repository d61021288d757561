package dev.retort.internal.authoring;

/**
 * A part of a text.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Span(int start, int end) {

    /** Whether a cursor at this offset touches it. */
    public boolean touches(int offset) {
        return start <= offset && offset <= end;
    }
}
