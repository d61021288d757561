package dev.retort.spring;

/** What happens to a database while the context starts, before any bean that depends on it is created. */
public enum RetortMode {
    /** Upgrades to the target. Where several applications start at once, one migrates and the others wait for it. */
    MIGRATE,
    /** Changes nothing, and fails where the target needs a revision that is not applied. */
    VERIFY,
    /** Changes nothing, and waits until somebody else has applied what the target needs. */
    WAIT,
    /** Does not look at the database at all. */
    OFF
}
