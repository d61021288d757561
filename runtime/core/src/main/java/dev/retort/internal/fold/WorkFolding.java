package dev.retort.internal.fold;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Work;
import org.jspecify.annotations.Nullable;

/** What the engine's work does: an author's SQL may do anything that its text reveals. */
final class WorkFolding implements Work.Visitor<@Nullable Void> {

    private final WorkingSchema schema;
    private final RowFolding rows;

    WorkFolding(WorkingSchema schema) {
        this.schema = schema;
        this.rows = new RowFolding(schema);
    }

    @Override
    public @Nullable Void execute(Execute operation) {
        schema.doubtAll();
        return null;
    }

    @Override
    public @Nullable Void executeFile(ExecuteFile operation) {
        schema.doubtAll();
        return null;
    }

    @Override
    public @Nullable Void bulkInsert(BulkInsert operation) {
        rows.bulkInsert(operation);
        return null;
    }

    @Override
    public @Nullable Void backfill(Backfill operation) {
        rows.backfill(operation);
        return null;
    }
}
