package dev.retort;

import java.util.List;

/**
 * What leads from one schema to another.
 *
 * @param changes in an order that runs; what loses data comes last
 * @param renames that might be meant where something is dropped and something similar is created
 * @param unreachable what differs and no change can reach, as sentences
 */
public record SchemaDifference(List<Change> changes, List<Rename> renames, List<String> unreachable) {

    /**
     * One step.
     *
     * @param object what it changes, as {@code table users}
     * @param operation the statement of the migration language that makes it, of one line or more
     * @param losesData rows or values that are there cannot be had again afterwards
     */
    public record Change(String object, String operation, boolean losesData) {}

    /**
     * @param object what would be dropped, as {@code column users.name}
     * @param newName of what would be created
     * @param score from 0 to 100, how much speaks for it
     * @param reason what speaks for it, as half a sentence
     */
    public record Rename(String object, String newName, int score, String reason) {}

    public SchemaDifference {
        changes = List.copyOf(changes);
        renames = List.copyOf(renames);
        unreachable = List.copyOf(unreachable);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && unreachable.isEmpty();
    }
}
