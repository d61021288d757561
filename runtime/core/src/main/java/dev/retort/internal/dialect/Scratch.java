package dev.retort.internal.dialect;

import java.sql.SQLException;

/** A database beside another one, for one purpose. */
public interface Scratch extends AutoCloseable {

    DatabaseUrl url();

    /** Creates another one that holds the same; nobody may be connected to this one. */
    Scratch copy() throws SQLException;

    /**
     * Keeps it, which is in no use, to be copied by everybody who knows its name, and changed by nobody.
     *
     * @return what is kept: another one that was kept under that name in the meantime, and this one is dropped
     */
    Scratch keep(String name) throws SQLException;

    /** Drops it, with all that is in it, whoever is connected to it. What is kept for others stays. */
    @Override
    void close() throws SQLException;
}
