package dev.retort.internal.script.verb;

/** The schema of what a verb names, as every verb has it whose object lives in one. */
@Group(described = true)
@Option(value = "schema", type = String.class)
public @interface InSchema {}
