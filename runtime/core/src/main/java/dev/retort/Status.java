package dev.retort;

import java.util.List;
import java.util.SortedSet;

/**
 * How a database and the scripts compare.
 *
 * @param rows of the version table
 * @param current the revisions where the database is
 * @param heads of the scripts
 * @param pending not applied yet, oldest first
 * @param unexplainedRows rows that no script explains; what they imply is not known
 * @param neverRun put below what is applied, so that the rows call them applied; oldest first
 * @param missingFiles applied by what the history says, and no script is there any more
 * @param interrupted neither applied nor reverted: the run stopped between parts that are committed apart
 * @param edited applied, and their scripts now mean something else than what was run; one for each file that says so,
 *     the script or one that it reads
 */
public record Status(
        SortedSet<String> rows,
        List<RevisionView> current,
        List<RevisionView> heads,
        List<RevisionView> pending,
        SortedSet<String> unexplainedRows,
        List<RevisionView> neverRun,
        SortedSet<String> missingFiles,
        List<Interrupted> interrupted,
        List<RevisionView> edited) {

    /** Whether nothing is pending, and nothing is wrong. */
    public boolean isClean() {
        return pending.isEmpty()
                && unexplainedRows.isEmpty()
                && neverRun.isEmpty()
                && missingFiles.isEmpty()
                && interrupted.isEmpty()
                && edited.isEmpty();
    }
}
