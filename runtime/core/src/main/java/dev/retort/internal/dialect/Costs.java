package dev.retort.internal.dialect;

import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Optional;

/** What changes mean for those who use the database at the same time, as far as that is known without one. */
public interface Costs {

    /** Nothing is known. */
    Costs UNKNOWN = new Costs() {
        @Override
        public String newestVersion() {
            return "";
        }

        @Override
        public List<Cost> of(Operation change, SchemaAt before, Server server) {
            return List.of();
        }
    };

    /** The version that counts where none is named. */
    String newestVersion();

    /**
     * What a change costs: one for each table that is concerned, the dearest first; none where nobody notices.
     *
     * @param before the schema that it meets
     */
    List<Cost> of(Operation change, SchemaAt before, Server server);

    /** What a statement of SQL is that no operation of the language does. */
    default Optional<SqlShape> shape(List<SqlToken> statement) {
        return Optional.empty();
    }

    /** Whether the time zone of the session is UTC after a statement of SQL; empty where the statement sets none. */
    default Optional<Boolean> setsUtc(List<SqlToken> statement) {
        return Optional.empty();
    }

    /** Whether checks of rows that are there, and builds of indexes, can be had without keeping anybody waiting. */
    default boolean worksBesideOthers() {
        return false;
    }

    /** Whether whole numbers of different sizes are of different types. */
    default boolean numbersHaveSizes() {
        return false;
    }

    /** So many bytes of a name are kept. */
    default int longestName() {
        return Integer.MAX_VALUE;
    }
}
