package dev.retort.internal.verify;

/** What a check needs is not there. */
final class CheckImpossible extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param why as a sentence */
    CheckImpossible(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
