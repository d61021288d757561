package dev.retort.internal.dialect;

import java.sql.SQLException;

/** Databases beside another one that are created for one purpose, and dropped with it. */
public interface ScratchPlaces {

    /**
     * Creates an empty one, under a name that no other has.
     *
     * @param beside on the same server, with the same role; no server means a file in a folder for temporary ones
     */
    DatabaseUrl create(DatabaseUrl beside) throws SQLException;

    /** Creates one that holds what another one does, which is in no use in the meantime. */
    DatabaseUrl copy(DatabaseUrl scratch) throws SQLException;

    /** Drops one, whoever is connected to it. */
    void drop(DatabaseUrl scratch) throws SQLException;
}
