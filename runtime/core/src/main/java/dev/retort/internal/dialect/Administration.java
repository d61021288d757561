package dev.retort.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database as a whole: whether it is there, and a copy of it. */
public interface Administration {

    /** Whether a server stands before the database, which may still be starting. */
    boolean isServed();

    /**
     * Creates the database itself, without anything in it.
     *
     * @return false where it exists
     */
    boolean create(DatabaseUrl url) throws SQLException;

    /**
     * Drops the database itself, with all that is in it.
     *
     * @return false where it does not exist
     */
    boolean drop(DatabaseUrl url) throws SQLException;

    /**
     * Creates an empty database beside the one that is named, which is not touched and need not exist. Those that were left behind by earlier
     * calls, because nobody could drop them any more, are dropped first.
     *
     * @throws dev.retort.RetortException of the kind FAILED where there is no way
     */
    Scratch scratch(DatabaseUrl beside) throws SQLException;

    /** The scratch database that is kept under a name; empty where there is none, or where each process has its own. */
    Optional<Scratch> kept(DatabaseUrl beside, String name) throws SQLException;

    /**
     * A way to copy the whole database into a file.
     *
     * @param url empty where the connection is a caller's
     * @param program to do it with, where the database needs one; null means the usual one, from the path
     * @throws dev.retort.RetortException of the kind FAILED where there is no way
     */
    Backup backup(Connection connection, Optional<DatabaseUrl> url, @Nullable String program) throws SQLException;
}
