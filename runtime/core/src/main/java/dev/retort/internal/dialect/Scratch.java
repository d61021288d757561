package dev.retort.internal.dialect;

import java.sql.SQLException;

/** A database beside another one, for one purpose. */
public interface Scratch extends AutoCloseable {

    DatabaseUrl url();

    /** Creates another one that holds the same; nobody may be connected to this one. */
    Scratch copy() throws SQLException;

    /** Drops it, with all that is in it, whoever is connected to it. */
    @Override
    void close() throws SQLException;
}
