package dev.retort;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the history is asked for.
 *
 * @param target an id that the history knows, or its beginning, whether its script is still there or not; or any other
 *     target; null means all revisions
 * @param failed only attempts that failed
 * @param limit how many entries at most; 0 means all
 */
public record LogRequest(@Nullable String target, boolean failed, int limit) {

    /** All there is. */
    public static final LogRequest ALL = new LogRequest(null, false, 0);
}
