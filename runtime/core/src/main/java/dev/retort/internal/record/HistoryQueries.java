package dev.retort.internal.record;

import dev.retort.internal.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The questions that are asked of a history table. */
final class HistoryQueries {

    private final String table;

    /** @param quoted the table's name as SQL */
    HistoryQueries(String quoted) {
        this.table = quoted;
    }

    /**
     * All of an entry but the script itself.
     *
     * @param notices whether the table has a column of them
     */
    SqlStatement entries(LogFilter filter, boolean notices) {
        List<String> conditions = new ArrayList<>();
        List<String> revisions = List.copyOf(filter.revisions());
        if (!revisions.isEmpty()) {
            conditions.add("revision IN (" + String.join(", ", Collections.nCopies(revisions.size(), "?")) + ")");
        }
        if (filter.failed()) {
            conditions.add("outcome = 'failed'");
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String limit = filter.limit() == 0 ? "" : " LIMIT " + filter.limit();
        return SqlStatement.of(
                "SELECT id, revision, direction, message, started_at, duration_ms, outcome, error, statements,"
                        + " executed_by, host, tool_version, checksum_algorithm, checksum, meaning_checksum,"
                        + " CASE WHEN script IS NULL THEN 0 ELSE 1 END AS keeps_script, "
                        + (notices ? HistoryTable.NOTICES : "NULL AS " + HistoryTable.NOTICES)
                        + " FROM " + table + where
                        + " ORDER BY id DESC" + limit,
                revisions.toArray());
    }

    /** One entry whose notices contain a text, where there is any: {@code id}. */
    SqlStatement noting(String text) {
        String pattern = text.replaceAll("[%_~]", "~$0");
        return SqlStatement.of(
                "SELECT id FROM " + table + " WHERE " + HistoryTable.NOTICES + " LIKE ? ESCAPE '~' LIMIT 1",
                "%" + pattern + "%");
    }

    /** The revisions there are whose ids begin so: {@code revision}. */
    SqlStatement revisions(String beginning) {
        int length = beginning.codePointCount(0, beginning.length());
        return SqlStatement.of(
                "SELECT DISTINCT revision FROM " + table + " WHERE substr(revision, 1, " + length
                        + ") = ? ORDER BY revision",
                beginning);
    }

    /**
     * The newest script of a revision that was run upwards or accepted: {@code id checksum_algorithm checksum script}.
     *
     * @param accepted whether one that was accepted afterwards counts
     */
    SqlStatement script(String revision, boolean accepted) {
        String directions = accepted ? "('upgrade', 'repair')" : "('upgrade')";
        return SqlStatement.of(
                "SELECT id, revision, checksum_algorithm, checksum, script FROM " + table
                        + " WHERE revision = ? AND outcome = 'done' AND direction IN " + directions
                        + " AND script IS NOT NULL ORDER BY id DESC LIMIT 1",
                revision);
    }

    /** The script of one row, as {@link #script(String, boolean)} gives it. */
    SqlStatement script(long id) {
        return SqlStatement.of(
                "SELECT id, revision, checksum_algorithm, checksum, script FROM " + table + " WHERE id = ?", id);
    }
}
