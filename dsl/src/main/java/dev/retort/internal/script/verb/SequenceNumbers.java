package dev.retort.internal.script.verb;

import dev.retort.internal.schema.ColumnType;

/** How a sequence counts. */
@Group
@Option(value = "type", type = ColumnType.class)
@Option(
        value = {"start", "increment", "min", "max", "cache"},
        type = Number.class)
@Option(value = "cycle", type = Boolean.class)
@Option(value = "ownedBy", type = String.class)
public @interface SequenceNumbers {}
