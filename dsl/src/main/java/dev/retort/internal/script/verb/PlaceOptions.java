package dev.retort.internal.script.verb;

/** Where a column is to be, which a rebuilt table can choose. */
@Group(summary = "in `batchAlterTable` also `before`, `after` (SQLite)")
@Option(
        value = {"before", "after"},
        type = String.class,
        only = Option.Place.INSIDE_BATCH)
public @interface PlaceOptions {}
