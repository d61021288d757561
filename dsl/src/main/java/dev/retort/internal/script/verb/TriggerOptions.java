package dev.retort.internal.script.verb;

import java.util.List;

/** What a trigger is, created or dropped. */
@Group(summary = "the options of `createTrigger`", listedWith = "createTrigger")
@Option(
        value = {"before", "after", "insteadOf"},
        type = Object.class)
@Option(value = "of", type = List.class)
@Option(value = "forEach", type = String.class)
@Option(value = "when", type = Object.class)
@Option(
        value = {"execute", "body", "referencing"},
        type = String.class)
@Option(
        value = {"constraint", "deferrable"},
        type = Boolean.class)
@Option(value = "initially", type = String.class)
public @interface TriggerOptions {}
