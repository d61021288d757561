package dev.retort;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, in words for the person who can correct it.
 *
 * @param location where, if it is in a file
 * @param sentence what is wrong: one sentence that names the value, ended by a full stop or a question mark
 * @param hint what to do or to type next, if there is something to say beyond the sentence
 */
public record Problem(
        @Nullable Location location,
        String sentence,
        @Nullable String hint) {

    public static Problem of(String sentence) {
        return new Problem(null, sentence, null);
    }

    public static Problem at(Location location, String sentence) {
        return new Problem(location, sentence, null);
    }

    public Problem withHint(String newHint) {
        return new Problem(location, sentence, newHint);
    }

    /** {@code location: sentence hint}, in one line; a hint of several lines follows below the sentence. */
    @Override
    public String toString() {
        String where = location == null ? "" : location + ": ";
        if (hint == null) {
            return where + sentence;
        }
        return where + sentence + (hint.contains("\n") ? "\n" : " ") + hint;
    }
}
