package dev.retort.internal.dialect;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A way to copy a whole database into a file and back, already found to be there. */
public interface Backup {

    /**
     * Copies the database as it stands, in one consistent state, while others go on working.
     *
     * @param connection that is in no transaction
     * @param file that is not there yet
     * @param check asked now and then; what it throws ends the copying
     * @throws dev.retort.RetortException of the kind FAILED where the copy did not succeed
     */
    void write(Connection connection, Path file, Runnable check) throws SQLException;

    /**
     * Puts what such a file holds in the place of all that the database holds: wholly or not at all.
     *
     * @param connection that is in no transaction
     * @param check asked now and then; what it throws ends the restoring
     * @throws dev.retort.RetortException of the kind FAILED where that did not succeed
     */
    void restore(Connection connection, Path file, Runnable check) throws SQLException;

    /** The command that brings the database back from such a file, as one would type it; without a password. */
    String restoring(Path file);
}
