package dev.retort.internal.script.verb;

/** Those of every verb that drops something. */
@Group
@Option(
        value = {"ifExists", "cascade"},
        type = Boolean.class)
public @interface DropOptions {}
