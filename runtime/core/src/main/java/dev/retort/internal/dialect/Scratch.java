package dev.retort.internal.dialect;

import java.sql.SQLException;

/** An empty database beside another one, for one call. */
public interface Scratch extends AutoCloseable {

    DatabaseUrl url();

    /** Drops it, with all that is in it. */
    @Override
    void close() throws SQLException;
}
