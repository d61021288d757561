package dev.retort.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How a run is written as a script for the database's own shell. */
public interface ShellScripts {

    /** A database of its own, in memory, with the same schema and no rows, to make SQL against; empty where none is needed. */
    Optional<Connection> shadow(Optional<Connection> original) throws SQLException;

    /** What {@link Session} does at the beginning, as SQL text for a script. */
    List<String> openingStatements();

    /**
     * What {@link Session} sees to, for a script.
     *
     * @param shadow see {@link #shadow}; the statements are run on it
     */
    ScriptSession scriptSession(Optional<Connection> shadow);

    /**
     * A statement as a script for the database's own shell must say it, so that the shell takes nothing in it for its own.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where the shell would do something else whatever is written
     */
    String scriptText(String sql);

    /** How a step of a script keeps itself from being run where it does not belong. */
    GuardSql guard(StepGuard guard);
}
