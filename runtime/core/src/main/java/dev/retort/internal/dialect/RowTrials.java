package dev.retort.internal.dialect;

import dev.retort.internal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows are inserted that may or may not be allowed. */
public interface RowTrials {

    /**
     * Has the database check foreign keys, and all rules with each statement as far as it can.
     *
     * @param connection in no transaction
     */
    Prepared prepare(Connection connection) throws SQLException;

    /** Ends {@link #prepare}, with which all is as before it. The connection is in no transaction. */
    interface Prepared extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** What a transaction begins with, so that nothing is left to be refused at its end that can be refused before. */
    default List<String> first() {
        return List.of();
    }

    /** What an insert has between its columns and its values, so that a column that is numbered takes a value. */
    default String takesNumbers() {
        return "";
    }

    /** Inserts whose rows may refer to each other in any way, as statements at the end of which they may do so. */
    List<String> together(List<String> inserts);

    /** A query for the conditions that rows of a partitioned table fulfil, one for each partition that keeps rows. */
    default String partitions(QualifiedName table) {
        throw new IllegalStateException("the capabilities say that there are none");
    }

    /** Which rule a row has broken, as far as the database says it. */
    Refusal refusal(SQLException failure);

    /**
     * Why a row was not inserted.
     *
     * @param constraint the name of the constraint, the index or the domain's check, or what the database shows instead
     *     of a name; null where it says none
     * @param columns as far as the database names them
     * @param message the database's own sentence
     */
    record Refusal(@Nullable String constraint, List<String> columns, String message) {
        public Refusal {
            columns = List.copyOf(columns);
        }
    }
}
