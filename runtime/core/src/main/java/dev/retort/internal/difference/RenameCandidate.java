package dev.retort.internal.difference;

import dev.retort.internal.schema.ObjectName;

/**
 * A rename that might be meant.
 *
 * @param from what would be dropped
 * @param newName of what would be created
 * @param score from 0 to 100, how much speaks for it
 * @param reason what speaks for it, as half a sentence: {@code both are text, at the same place}
 */
public record RenameCandidate(ObjectName from, String newName, int score, String reason) {}
