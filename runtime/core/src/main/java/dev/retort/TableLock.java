package dev.retort;

/**
 * A lock on a table.
 *
 * @param mode in the database's own words ({@code ACCESS EXCLUSIVE})
 */
public record TableLock(String table, String mode, KeepsOut keepsOut) {

    /** Who has to wait while the lock is held. */
    public enum KeepsOut {
        /** At most other changes of the table's definition. */
        NOBODY,
        /** Whoever changes rows. */
        WRITERS,
        /** Whoever changes rows, and whoever reads them. */
        EVERYBODY
    }
}
