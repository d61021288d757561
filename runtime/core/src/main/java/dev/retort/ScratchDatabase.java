package dev.retort;

import dev.retort.internal.connect.ScratchConnections;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * An empty database beside the one that was named, for the same scripts: what is tried there touches nothing else. Closing
 * it drops it.
 */
public final class ScratchDatabase implements AutoCloseable {

    private final ScratchConnections scratch;
    private final Retort retort;

    ScratchDatabase(ScratchConnections scratch, Retort retort) {
        this.scratch = scratch;
        this.retort = retort;
    }

    /** What migrates it. */
    public Retort retort() {
        return retort;
    }

    /** Opens a connection to it. */
    public Connection open() throws SQLException {
        return scratch.open();
    }

    /** Its JDBC URL, with the user and the password in it. */
    public String url() {
        return scratch.jdbcUrl();
    }

    /**
     * Creates another one that holds the same. Nobody may be connected to this one.
     *
     * @throws RetortException where it cannot be created
     */
    public ScratchDatabase copy() {
        return retort.on(scratch.copy());
    }

    /** @throws RetortException where it cannot be dropped */
    @Override
    public void close() {
        scratch.close();
    }
}
