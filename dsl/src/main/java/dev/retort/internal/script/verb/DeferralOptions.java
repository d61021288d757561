package dev.retort.internal.script.verb;

/** When a constraint is checked. */
@Group
@Option(
        value = "deferrable",
        type = Boolean.class,
        text = "of the foreign key: whether it may be checked at the end of the transaction")
@Option(value = "initially", type = String.class, text = "of the foreign key: `'DEFERRED'`, `'IMMEDIATE'`")
public @interface DeferralOptions {}
