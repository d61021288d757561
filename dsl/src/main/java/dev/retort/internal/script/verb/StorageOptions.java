package dev.retort.internal.script.verb;

import java.util.Map;

/** How a table or an index is stored. */
@Group
@Option(value = "with", type = Map.class, text = "storage parameters: `[fillfactor: 70, autovacuum_enabled: false]`")
@Option(value = "tablespace", type = String.class, text = "its name")
public @interface StorageOptions {}
