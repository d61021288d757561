package dev.retort.internal.connect;

import dev.retort.internal.dialect.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that is there for one purpose, beside the one that is meant, and the connections to it. */
public final class ScratchConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.database");

    private final Scratch scratch;
    private final Connections connections;
    private final Function<Scratch, Connections> opening;

    /** @param opening how each of them is connected to */
    ScratchConnections(Scratch scratch, Function<Scratch, Connections> opening) {
        this.scratch = scratch;
        this.connections = opening.apply(scratch);
        this.opening = opening;
    }

    /** What works on it. */
    public Connections connections() {
        return connections;
    }

    public Connection open() throws SQLException {
        return scratch.url().open();
    }

    /** Another one that holds the same; nobody may be connected to this one. */
    public ScratchConnections copy() {
        return connections.explained(() -> new ScratchConnections(scratch.copy(), opening));
    }

    /** Whether it is on a server, which takes a while to copy it. */
    public boolean isServed() {
        return connections.dialect().administration().isServed();
    }

    /** Its address for applications, with user and password. */
    public String jdbcUrl() {
        return scratch.url().completeUrl();
    }

    /** Keeps it under a name, to be copied; nobody may be connected to it. */
    ScratchConnections keep(String name) {
        return connections.explained(() -> new ScratchConnections(scratch.keep(name), opening));
    }

    /** What was found out by it is not lost where it cannot be dropped. */
    @Override
    public void close() {
        try {
            scratch.close();
        } catch (SQLException e) {
            LOG.warn(
                    "The scratch database {} was left behind: {}. The next one drops it, or do it by hand.",
                    scratch.url().place(),
                    e.getMessage());
        }
    }
}
