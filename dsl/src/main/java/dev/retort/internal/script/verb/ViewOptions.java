package dev.retort.internal.script.verb;

import java.util.List;
import java.util.Map;

/** What a view is, created or dropped. */
@Group
@Option(value = "columns", type = List.class)
@Option(value = "temporary", type = Boolean.class)
@Option(value = "checkOption", type = String.class)
@Option(value = "with", type = Map.class)
public @interface ViewOptions {}
