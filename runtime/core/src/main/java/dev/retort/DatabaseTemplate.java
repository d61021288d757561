package dev.retort;

import dev.retort.internal.connect.ScratchConnections;

/**
 * A database that is migrated once and copied for each who needs one: {@link Retort#template}. Safe for any number of
 * threads. Closing it drops it where nobody else can find it.
 */
public final class DatabaseTemplate implements AutoCloseable {

    private final ScratchConnections scratch;
    private final Retort retort;

    DatabaseTemplate(ScratchConnections scratch, Retort retort) {
        this.scratch = scratch;
        this.retort = retort;
    }

    /**
     * Creates a database that holds the same, for its caller alone.
     *
     * @throws RetortException where it cannot be created
     */
    public ScratchDatabase copy() {
        return retort.on(scratch.copy());
    }

    @Override
    public void close() {
        scratch.close();
    }
}
