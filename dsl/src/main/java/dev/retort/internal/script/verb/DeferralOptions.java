package dev.retort.internal.script.verb;

/** When a constraint is checked. */
@Group
@Option(value = "deferrable", type = Boolean.class, text = "of the foreign key")
@Option(value = "initially", type = String.class, text = "of the foreign key: `'DEFERRED'`, `'IMMEDIATE'`")
public @interface DeferralOptions {}
