package dev.retort;

import dev.retort.internal.connect.ScratchConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * An empty database beside the one that was named, for the same scripts: what is tried there touches nothing else. Closing
 * it drops it.
 */
public final class ScratchDatabase implements AutoCloseable {

    private final ScratchConnections scratch;
    private final Retort retort;
    private final Consumer<ScratchConnections> dropping;

    /** @param dropping what its closing does */
    ScratchDatabase(ScratchConnections scratch, Retort retort, Consumer<ScratchConnections> dropping) {
        this.scratch = scratch;
        this.retort = retort;
        this.dropping = dropping;
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

    /** Where it cannot be dropped, the log says so. */
    @Override
    public void close() {
        dropping.accept(scratch);
    }
}
