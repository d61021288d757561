package dev.retort.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * The names of Retort's own tables in a database.
 *
 * @param versions one row a head
 * @param history one row an event
 */
public record Tables(VersionTable versions, HistoryTable history) {

    /** One row a revision that was interrupted; created only where there is a need. */
    public ProgressTable progress() {
        return ProgressTable.beside(history.name()).in(history.place().schema());
    }

    /** The same in a schema. */
    public Tables in(@Nullable String schema) {
        return new Tables(versions.in(schema), history.in(schema));
    }
}
