package dev.retort.internal.script.verb;

/** What a column was like before it changes or goes. */
@Group
@Option(value = "existingNullable", type = Boolean.class)
@Option(value = "existingDefault", type = Object.class)
@Option(
        value = {"existingComment", "existingCollation"},
        type = String.class)
@Option(value = "existingIdentity", type = Object.class)
public @interface ExistingColumnOptions {}
