package dev.retort;

import org.jspecify.annotations.Nullable;

/**
 * One thing about an applied revision that is not as its script says.
 *
 * @param file of the revision as the user would name it; null where it has none
 * @param sentence what is wrong
 * @param hint what to do
 * @param diff from the text that was applied to what there is now; null where there is nothing to compare
 */
public record Finding(
        Kind kind,
        String revision,
        @Nullable String file,
        String sentence,
        String hint,
        @Nullable String diff) {

    /** What is wrong with it. */
    public enum Kind {
        /** Its script says something else now. */
        EDITED,
        /** Its script is gone. */
        DELETED,
        /** The version table names it, and neither a script nor the history knows it. */
        UNKNOWN,
        /** It was put below what is applied, and never ran. */
        OUT_OF_ORDER,
        /** It is neither applied nor reverted, because a run was interrupted. */
        INTERRUPTED
    }
}
