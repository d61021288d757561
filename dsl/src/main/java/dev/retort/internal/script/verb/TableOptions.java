package dev.retort.internal.script.verb;

import java.util.List;

/** What is said of a table as a whole. */
@Group(summary = "[those of a table](#tables)")
@Option(value = "comment", type = String.class, text = "text")
@Option(
        value = {"strict", "withoutRowid"},
        type = Boolean.class,
        text = "SQLite's `STRICT` and `WITHOUT ROWID`")
@Option(value = "temporary", type = Boolean.class, text = "`true`: gone with the session")
@Option(value = "unlogged", type = Boolean.class, text = "`true`; for PostgreSQL, as all that follow")
@Option(
        value = "onCommit",
        type = String.class,
        text = "of a temporary table: `'DELETE ROWS'`, `'DROP'`, `'PRESERVE ROWS'`")
@Option(value = "partitionBy", type = String.class, text = "`'RANGE (day)'`, `'LIST (country)'`, `'HASH (id)'`")
@Option(
        value = {"partitionOf", "forValues"},
        type = String.class,
        text = "the partitioned table, and `\"FROM ('2026-01-01') TO ('2027-01-01')\"`, `\"IN ('de')\"` or"
                + " `'DEFAULT'`; the columns are that table's")
@Option(value = "inherits", type = List.class, text = "`['events', 'audit.events']`")
@StorageOptions
public @interface TableOptions {}
