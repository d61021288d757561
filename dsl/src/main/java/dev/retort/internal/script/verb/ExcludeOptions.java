package dev.retort.internal.script.verb;

import java.util.List;
import java.util.Map;

/** What an exclusion constraint is. */
@Group
@Option(value = "using", type = String.class)
@Option(value = "where", type = Object.class)
@DeferralOptions
@Option(value = "ops", type = Map.class)
@Option(value = "include", type = List.class)
@StorageOptions
public @interface ExcludeOptions {}
