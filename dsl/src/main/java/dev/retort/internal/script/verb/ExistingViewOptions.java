package dev.retort.internal.script.verb;

import java.util.List;
import java.util.Map;

/** What a view was before it is replaced. */
@Group
@Option(value = "was", type = Object.class)
@Option(value = "existingColumns", type = List.class)
@Option(value = "existingWith", type = Map.class)
@Option(value = "existingCheckOption", type = String.class)
public @interface ExistingViewOptions {}
