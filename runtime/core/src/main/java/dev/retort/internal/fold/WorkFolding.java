package dev.retort.internal.fold;

import dev.retort.internal.ddl.DdlReader;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;
import org.jspecify.annotations.Nullable;

/** What the engine's work does: an author's SQL may do anything that its text reveals. */
final class WorkFolding implements Work.Visitor<@Nullable Void> {

    private final WorkingSchema schema;
    private final EffectFolding effects;
    private final RowFolding rows;

    WorkFolding(WorkingSchema schema, Operation.Visitor<@Nullable Void> operations) {
        this.schema = schema;
        this.effects = new EffectFolding(schema, operations);
        this.rows = new RowFolding(schema);
    }

    @Override
    public @Nullable Void execute(Execute operation) {
        effects.fold(new DdlReader(schema.rules.grammar()).read(operation.sql()));
        return null;
    }

    /** Its text is not at hand here. */
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
