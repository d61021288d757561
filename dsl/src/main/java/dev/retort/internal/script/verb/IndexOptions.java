package dev.retort.internal.script.verb;

import java.util.List;
import java.util.Map;

/** What an index is, created or dropped. */
@Group(summary = "the options of `createIndex`", listedWith = "createIndex")
@Option(value = "unique", type = Boolean.class)
@Option(value = "where", type = Object.class)
@Option(value = "using", type = String.class)
@Option(value = "include", type = List.class)
@Option(value = "nullsNotDistinct", type = Boolean.class)
@Option(value = "ops", type = Map.class)
@Option(value = "collation", type = Map.class)
@Option(value = "order", type = Map.class)
@StorageOptions
public @interface IndexOptions {}
