package dev.retort.internal.dialect;

import dev.retort.LintFinding.Rows;
import dev.retort.TableLock;
import dev.retort.internal.schema.QualifiedName;

/**
 * What a change means for those who use one table at the same time.
 *
 * @param mode of the lock, in the database's own words
 * @param rows what becomes of them while the lock is held
 */
public record Cost(QualifiedName table, String mode, TableLock.KeepsOut keepsOut, Rows rows) {

    public TableLock lock() {
        return new TableLock(table.toString(), mode, keepsOut);
    }

    /** Whether somebody waits for as long as it takes to go through all rows. */
    public boolean blocksForLong() {
        return keepsOut != TableLock.KeepsOut.NOBODY && rows != Rows.UNTOUCHED;
    }
}
