package dev.retort.internal.graph;

import dev.retort.GraphException;

/**
 * A target as a command was given it, for messages.
 *
 * @param command what was typed before the target, up to its first character
 * @param clamped whether a walk that leads too far stops at the end, as in a history, or is an error
 */
record TargetRequest(String command, Target target, boolean clamped) {

    static TargetRequest of(String command, Target target) {
        return new TargetRequest(command, target, false);
    }

    /** The end that a walk reached too early. */
    int beyond(int taken, String unit, String where, int end) {
        if (clamped) {
            return end;
        }
        String there = taken == 0
                ? "there is no " + unit
                : taken == 1 ? "there is only 1 " + unit : "there are only " + taken + " " + unit + "s";
        throw new GraphException.TooFar(
                "\"" + target.text() + "\" leads too far: " + there + " " + where + ".",
                "To see what there is: retort history");
    }
}
