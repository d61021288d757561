package dev.retort.internal.connect;

import dev.retort.internal.dialect.DatabaseUrl;
import dev.retort.internal.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that is there for one purpose, beside the one that is meant. */
public final class Scratch implements AutoCloseable {

    private final Dialect dialect;
    private final DatabaseUrl url;
    private final Connections connections;

    private Scratch(Dialect dialect, DatabaseUrl url, Connections connections) {
        this.dialect = dialect;
        this.url = url;
        this.connections = connections;
    }

    static Scratch of(Dialect dialect, DatabaseUrl url, Connections connections) {
        return new Scratch(dialect, url, connections);
    }

    /** What works on it. */
    public Connections connections() {
        return connections;
    }

    public Connection open() throws SQLException {
        return url.open();
    }

    /** Another one that holds the same; this one must be in no use. */
    public Scratch copy() {
        return connections.scratch(() -> dialect.scratch().copy(url));
    }

    @Override
    public void close() {
        connections.explained(() -> {
            dialect.scratch().drop(url);
            return true;
        });
    }
}
