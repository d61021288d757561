package dev.retort.internal.script;

import dev.retort.Location;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way out of a script's closures: operations and questions go through it as values, and rows come back as
 * values. The runtime implements it once for each mode: applying, writing SQL, recording.
 */
public interface Channel {

    /** The name of the database's dialect, as in a JDBC URL. */
    String dialect();

    /** The value given with {@code -x name=value}, or null. */
    @Nullable
    String argument(String name);

    /** Whether SQL is only written down, and no database can be asked. */
    boolean isOffline();

    /** What comes next is asked for by this line of the script. */
    default void at(Location line) {}

    /**
     * Does, or writes down, one operation.
     *
     * @return how many rows an author's statement changed; 0 where nothing is run
     */
    long apply(Operation operation);

    /**
     * Asks the database.
     *
     * @param parameters bound where the text says {@code :name}
     * @throws dev.retort.RetortException where there is no database to ask, as when SQL is only written down
     */
    List<Row> query(String sql, Map<String, @Nullable Object> parameters);

    /**
     * The same, for a script that may bring so much into memory; rows are counted as they come where that can be.
     *
     * @param limits whose exceptions pass
     */
    default List<Row> query(String sql, Map<String, @Nullable Object> parameters, Limits limits) {
        return AnswerSize.counted(query(sql, parameters), limits);
    }

    /**
     * Looks whether the database has something.
     *
     * @throws dev.retort.RetortException as {@link #query} does
     */
    boolean has(CatalogQuestion question);

    /**
     * The values of an enumeration, in their order; none where no column says them.
     *
     * @throws dev.retort.RetortException as {@link #query} does, and where there is no such enumeration
     */
    List<String> enumValues(QualifiedName enumeration);

    /**
     * Ends the transaction: what was applied so far is committed, and each operation from here to
     * {@link #endAutocommit()} is committed by itself.
     */
    void beginAutocommit();

    /** Begins a transaction again. */
    void endAutocommit();
}
