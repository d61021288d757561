package dev.retort.internal.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database said when it refused.
 *
 * @param message the database's own sentence, without the driver's decoration
 * @param state the SQLSTATE or the database's own code; null when there is none
 * @param position of the fault in the statement's text, in characters from 1; 0 when the database does not say
 * @param notes detail and hint, as far as the database gives them
 */
public record SqlError(Kind kind, String message, @Nullable String state, int position, List<String> notes) {

    /** What can be done about it. */
    public enum Kind {
        /** No server answers there, or the name is not known, or the file cannot be opened. */
        UNREACHABLE,
        /** The server refuses the user or the password, or knows no such database. */
        LOGIN,
        /** The database or its file may only be read. */
        READ_ONLY,
        /** The disk is full or fails, or what is stored there is damaged. */
        STORAGE,
        /** The file was deleted or replaced while it was open. */
        GONE,
        /** Somebody else holds a lock that this needs; another try may succeed. */
        BUSY,
        /** The statement looked before it did anything, and its own sentence says what stands in the way. */
        REFUSED,
        /** Anything else: the statement itself is at fault. */
        STATEMENT
    }

    public SqlError {
        notes = List.copyOf(notes);
    }
}
