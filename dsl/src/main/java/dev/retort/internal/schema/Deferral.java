package dev.retort.internal.schema;

/** When a constraint is checked. */
public enum Deferral {
    NOT_DEFERRABLE,
    /** At the end of each statement, unless a transaction asks to wait. */
    INITIALLY_IMMEDIATE,
    /** When the transaction commits. */
    INITIALLY_DEFERRED
}
