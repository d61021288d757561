package dev.retort.internal.header;

/** The text cannot be followed beyond this point: a string, a comment or a bracket has no end. */
final class BrokenScript extends Exception {

    private static final long serialVersionUID = 1;

    private final int offset;

    BrokenScript(int offset, String sentence) {
        super(sentence, null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
