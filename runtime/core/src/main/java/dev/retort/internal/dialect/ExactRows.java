package dev.retort.internal.dialect;

import dev.retort.internal.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** How rows are read so that no difference between two values is lost. */
public interface ExactRows {

    /** What a transaction sets for itself, so that equal values are equal texts whatever the session has set. */
    default List<String> settings() {
        return List.of();
    }

    /** An expression that gives the value of a column, as the literal of exactly this value and its kind. */
    String literal(String quotedColumn);

    /**
     * The last number of each sequence that has given one, Retort's own among them.
     *
     * @param statement in a transaction
     */
    default List<LastNumber> numbers(Statement statement) throws SQLException {
        return List.of();
    }

    /** The rows of a table itself, without those of tables that inherit from it, as what follows {@code FROM}. */
    String ownRows(Table table);
}
