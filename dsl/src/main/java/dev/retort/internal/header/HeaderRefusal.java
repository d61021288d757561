package dev.retort.internal.header;

import org.jspecify.annotations.Nullable;

/** One statement of the header cannot be accepted; the scan goes on after it. */
final class HeaderRefusal extends Exception {

    private static final long serialVersionUID = 1;

    private final int offset;
    private final @Nullable String hint;

    HeaderRefusal(int offset, String sentence, @Nullable String hint) {
        super(sentence, null, false, false);
        this.offset = offset;
        this.hint = hint;
    }

    int offset() {
        return offset;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    @Nullable
    String hint() {
        return hint;
    }
}
