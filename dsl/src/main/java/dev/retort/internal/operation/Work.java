package dev.retort.internal.operation;

/**
 * What the engine does for a script, beside the changes that a dialect spells: an author's SQL, the rows of files,
 * batches. Each way of running (online, offline, rehearsing, checking) is a visitor.
 */
public sealed interface Work extends Operation permits Backfill, BulkInsert, Execute, ExecuteFile {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.work(this);
    }

    /** One method a kind of work; the compiler finds the forgotten one. */
    interface Visitor<R> {
        R execute(Execute operation);

        R executeFile(ExecuteFile operation);

        R bulkInsert(BulkInsert operation);

        R backfill(Backfill operation);
    }
}
