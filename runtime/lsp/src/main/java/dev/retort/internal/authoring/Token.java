package dev.retort.internal.authoring;

/**
 * A piece of a script.
 *
 * @param value the name, the sign, or what is inside the quotes
 * @param closed false for a text or a comment whose end is not written yet
 */
record Token(Kind kind, Span span, String value, boolean closed) {

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        LINE_END,
        COMMENT
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && value.equals(sign);
    }

    /** Whether something can be divided by what follows, so that a slash there begins no text. */
    boolean isValue() {
        return switch (kind) {
            case NAME, TEXT, NUMBER -> true;
            case SIGN -> value.equals(")") || value.equals("]") || value.equals("}");
            case LINE_END, COMMENT -> false;
        };
    }

    /** The part of a text inside of its quotes. */
    Span inside() {
        int quote = span.end() - span.start() >= 6 && value.length() == span.end() - span.start() - 6 ? 3 : 1;
        int start = Math.min(span.start() + quote, span.end());
        return new Span(start, closed ? Math.max(start, span.end() - quote) : span.end());
    }
}
