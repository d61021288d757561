package dev.retort;

import java.util.List;
import java.util.Map;

/**
 * How two schemas are compared. A pattern is a name with {@code *} and {@code ?}, or one with a kind before it:
 * {@code audit_*}, {@code index:tmp_*}, {@code column:projects.legacy}. Columns, constraints and indexes are meant only
 * where their kind is said.
 *
 * @param include of the kinds that a pattern is about, only what matches one is compared
 * @param exclude what matches one is not compared
 * @param renames old names to new ones of what is not to be dropped and created: {@code projects} to {@code tasks},
 *     {@code projects.description} to {@code details}, {@code status.open} to {@code new}
 * @param unmanaged whether a table, a view or another object that only the first schema has is a difference
 */
public record DifferenceOptions(
        List<String> include, List<String> exclude, Map<String, String> renames, boolean unmanaged) {

    /** Everything is compared, and nothing is renamed. */
    public static final DifferenceOptions NONE = new DifferenceOptions(List.of(), List.of(), Map.of(), true);

    public DifferenceOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        renames = Map.copyOf(renames);
    }

    /** With these renames instead. */
    public DifferenceOptions withRenames(Map<String, String> newRenames) {
        return new DifferenceOptions(include, exclude, newRenames, unmanaged);
    }

    /** Without what only the first schema has. */
    public DifferenceOptions withoutUnmanaged() {
        return new DifferenceOptions(include, exclude, renames, false);
    }
}
