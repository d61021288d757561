package dev.retort.internal.ddl;

/** A statement goes on in a way that no reader knows; caught where statements are read. */
final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotUnderstood() {
        super("not understood", null, false, false);
    }
}
