package dev.retort.internal.dialect;

import java.sql.SQLException;
import java.sql.SQLWarning;

/** What is meant by what the database answers with. */
public interface ErrorReading {

    /** Whether something was refused because it uses what takes effect at a commit that has not been made. */
    default boolean needsCommitBefore(SqlError error) {
        return false;
    }

    /** Whether what the database said of a statement is to be heeded; else it is a mere notice. */
    default boolean isWarning(SQLWarning said) {
        return true;
    }

    /** Whether the role may not do it. */
    default boolean lacksRights(SqlError error) {
        return false;
    }

    /** Whether there is a server, but no database of that name. */
    default boolean lacksDatabase(SqlError error) {
        return false;
    }

    /** What was refused, and why. */
    SqlError explain(SQLException failure);

    /** The same, the position being one in the statement's own text, whatever the driver made of its parameters. */
    default SqlError explain(SQLException failure, SqlStatement statement) {
        return explain(failure);
    }
}
