package dev.retort.internal.script.verb;

import java.util.List;

/** What a primary key and a unique constraint share, wherever they are declared. */
@Group
@DeferralOptions
@Option(value = "onConflict", type = String.class)
@Option(value = "include", type = List.class)
@StorageOptions
public @interface KeyOptions {}
