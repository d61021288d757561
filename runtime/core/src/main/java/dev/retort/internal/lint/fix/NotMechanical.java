package dev.retort.internal.lint.fix;

/** What was found has to be written by an author. Its message is a sentence that says why. */
public final class NotMechanical extends Exception {

    private static final long serialVersionUID = 1L;

    public NotMechanical(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
