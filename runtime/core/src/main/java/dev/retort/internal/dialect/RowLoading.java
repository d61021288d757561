package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many rows get into a table, and how its rows are gone through. */
public interface RowLoading {

    /**
     * What makes the numbers that the database gives go on after the highest value in each of these columns that is
     * numbered; empty where they do so anyway.
     *
     * @param columns those for which rows brought their own values
     */
    default Optional<SqlStatement> numbering(QualifiedName table, Collection<String> columns) {
        return Optional.empty();
    }

    /**
     * The table that rows are to be loaded into.
     *
     * @throws dev.retort.RetortException of the kind SCRIPT where there is none of this name
     */
    LoadTarget loadTarget(QualifiedName table, Catalog catalog);

    /**
     * What a file's value is in a column.
     *
     * @param column null where no database is at hand to tell
     * @throws dev.retort.RetortException of the kind SCRIPT where it is none of the column's type
     */
    Object value(Cell cell, LoadTarget.@Nullable Column column);

    /**
     * An insert of rows of JSON that leaves it to the server what a value is in a column, for where no database is at
     * hand to tell; empty where {@link #value} can do without.
     *
     * @param rows an array of objects, as text
     */
    default Optional<SqlStatement> insertOfJson(QualifiedName table, List<String> columns, String rows) {
        return Optional.empty();
    }

    /** Whether a value that goes through {@link #sink} becomes what it would become when bound. */
    boolean sinks(@Nullable Object value, LoadTarget.Column column);

    /** The fast way into a table that is {@link LoadTarget#fast}. */
    RowSink sink(Connection connection, LoadTarget target, List<String> columns) throws SQLException;

    /** Where rows go that follow a statement in a dump. */
    default RowSink copy(Connection connection, String sql) throws SQLException {
        throw new IllegalStateException("the capabilities say that there are none");
    }

    /** How tables are gone through by their keys. */
    Keyset keyset();
}
