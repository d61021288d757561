package dev.retort.internal.script.verb;

import java.util.Map;

/** What a backfill sets, and how it goes through the rows. */
@Group(summary = "see [Backfills](#backfills)")
@Option(
        value = "set",
        type = Object.class,
        required = true,
        text = "SQL as after `SET`, or columns with their values: `[state: 'done', at: sql('now()')]`")
@Option(
        value = "where",
        type = Object.class,
        text = "SQL, or columns with their values; left out, each row is set once")
@Option(value = "parameters", type = Map.class, text = "values for each `:name` in `set` and `where`")
@Option(value = "batchSize", type = Integer.class, text = "rows a transaction, 1000")
@Option(value = "pause", type = Integer.class, text = "milliseconds between two batches, 0")
@Option(
        value = "key",
        type = Object.class,
        text = "the columns of a unique index, all `NOT NULL`, to go by; the primary key")
@Option(value = "schema", type = String.class, text = "of the table")
@Option(
        value = "down",
        type = Object.class,
        text = "for `change`: what to set in the downgrade, for every row; `''` where nothing is to be undone")
public @interface BackfillOptions {}
