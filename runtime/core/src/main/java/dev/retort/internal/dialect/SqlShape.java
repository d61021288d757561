package dev.retort.internal.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of an author's SQL for which there is no operation, as far as it matters to those who use the database.
 *
 * @param words of the statement that say so: {@code VACUUM FULL}
 * @param costs of the tables that it names
 * @param better SQL that does the same and keeps nobody waiting; null where there is none
 */
public record SqlShape(
        Kind kind, String words, List<Cost> costs, @Nullable String better) {

    public SqlShape {
        costs = List.copyOf(costs);
    }

    /** What it is, by what is to be said of it. */
    public enum Kind {
        REINDEX,
        /** A materialized view is filled again. */
        REFRESH,
        /** The whole table is packed or sorted again. */
        REPACK,
        /** The rows are written again, to be kept in another way. */
        MOVE,
        /** The old row of a change is written to the log whole, or not at all. */
        REPLICA_IDENTITY,
        /** Dead rows of the table are left where they are. */
        NO_AUTOVACUUM,
        /** A trigger is enabled or disabled. */
        TRIGGER_STATE,
        TRUNCATE,
        TRUNCATE_CASCADE,
        LOCK_TABLE,
        /** A rule of a domain, which holds for the columns of many tables. */
        DOMAIN_RULE,
        /** A setting that is kept when the session ends. */
        LASTING_SETTING,
        /** A setting of the session. */
        SESSION_SETTING,
        /** It says something where the database does not listen. */
        WITHOUT_EFFECT
    }
}
