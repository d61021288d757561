package dev.retort.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * How far a revision came of which a part is already committed.
 *
 * @param direction {@code upgrade} or {@code downgrade}
 * @param calls how many of the script's operations and questions it is past
 * @param part how many statements of the next one are, which has several
 * @param statements how many SQL statements that took
 * @param fingerprint of what the script asked for up to here
 * @param intent the statement that was begun outside of any transaction, and whose end nobody wrote down; null when
 *     there is none
 * @param intentFingerprint of what the script asked for up to the end of that statement
 * @param bookmark where within a long operation it goes on; null at its beginning
 */
public record Progress(
        String revision,
        String direction,
        int calls,
        int part,
        int statements,
        String fingerprint,
        @Nullable String intent,
        @Nullable String intentFingerprint,
        @Nullable String bookmark) {

    /** Whether it is past a place. */
    public boolean isBefore(int laterCalls, int laterPart) {
        return laterCalls > calls || laterCalls == calls && laterPart > part;
    }

    /** The same after the statement that was under way. */
    public Progress ended() {
        String reached = intentFingerprint == null ? fingerprint : intentFingerprint;
        return new Progress(revision, direction, calls, part + 1, statements + 1, reached, null, null, null);
    }

    /** The same before the statement that was under way. */
    public Progress withoutIntent() {
        return new Progress(revision, direction, calls, part, statements, fingerprint, null, null, bookmark);
    }

    /** Where it is, as half a sentence. */
    public String place() {
        String number = "at statement " + (statements + 1) + " of its " + direction;
        return intent == null ? number : number + " (" + excerpt(intent) + ")";
    }

    private static String excerpt(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 100 ? line : line.substring(0, 99) + "…";
    }
}
