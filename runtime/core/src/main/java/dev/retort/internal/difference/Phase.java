package dev.retort.internal.difference;

/**
 * The order in which changes run: what something needs is there before it, what needs something is gone before that, and
 * what loses data comes last.
 */
enum Phase {
    /** Schemas and extensions. */
    ROOMS,
    RENAMES,
    /** Functions that nothing calls and that look at tables and views when they are created. */
    RELEASED_ROUTINES,
    /** Triggers, policies and views that are dropped, or that block a change. */
    RELEASED,
    /** Foreign keys that are dropped, then other constraints and indexes. */
    RELEASED_REFERENCES,
    /** Partitions that become tables of their own, before their former table changes; then what they have from it. */
    DETACHED,
    DETACHED_KEYS,
    RELEASED_KEYS,
    /** Keys and indexes that get the names of those that are gone by now. */
    RENAMED_KEYS,
    /** Tables whose names are needed for something else. */
    DROPPED_FIRST,
    TYPES,
    SEQUENCES,
    /** Routines that a table, a type or an index calls. */
    CALLED_ROUTINES,
    TABLES,
    COLUMNS,
    /** What a partition has otherwise than its table, which takes its partitions along. */
    OWN_COLUMNS,
    /** Tables that become partitions, with the columns and checks that they need for that, and no others. */
    ATTACHED,
    KEYS,
    INDEXES,
    REFERENCES,
    OWNERS,
    ROUTINES,
    VIEWS,
    TRIGGERS,
    COMMENTS,
    /** Before the columns that their foreign keys may refer to. */
    DROPPED_TABLES,
    DROPPED_COLUMNS,
    /** Views of all columns that a table has left, and what belongs to them. */
    LATE_VIEWS,
    LATE_TRIGGERS,
    LATE_COMMENTS,
    DROPPED_ROUTINES,
    DROPPED_TYPES,
    DROPPED_ROOMS
}
