package dev.retort.benchmark.peers;

/** What a program is started for. */
enum Task {
    /** To the end of the chain; with everything applied, it has nothing to do. */
    UPGRADE,
    CURRENT,
    /** Back to the beginning of the chain. */
    DOWNGRADE,
    /** Prints the SQL of an upgrade from nothing. */
    SCRIPT
}
