package dev.retort;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing about a revision that hurts a database which is in use, or those who are to keep it.
 *
 * @param rule its id, which never changes: {@code index-not-concurrent}
 * @param place of the statement, in the script or in its file of SQL
 * @param line of the script that asks for it: the place, where that is not in a text or a file of several statements
 * @param revision its id
 * @param direction {@code upgrade} or {@code downgrade}
 * @param sentence what it does, and to whom
 * @param locks that it takes on tables which are in use, the strongest first; empty where that is not the matter
 * @param rows what becomes of the rows of these tables while the locks are held
 * @param why what is bad about it, in a sentence
 * @param better what to write instead, in the language of the scripts; null where there is nothing that always fits
 */
public record LintFinding(
        String rule,
        Severity severity,
        Location place,
        Location line,
        String revision,
        String direction,
        String sentence,
        List<TableLock> locks,
        Rows rows,
        String why,
        @Nullable String better) {

    public LintFinding {
        locks = List.copyOf(locks);
    }

    /** How bad it is, from the least on. */
    public enum Severity {
        /** Worth knowing. */
        INFO,
        /** Those who use the database will notice. */
        WARNING,
        /** It fails, or what it does is not what it looks like. */
        ERROR
    }

    /** What becomes of the rows of a table. */
    public enum Rows {
        /** Nothing: it does not matter how many there are. */
        UNTOUCHED,
        /** Each is read. */
        READ,
        /** Each is written again. */
        REWRITTEN
    }
}
