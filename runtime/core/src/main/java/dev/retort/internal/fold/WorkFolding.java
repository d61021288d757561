package dev.retort.internal.fold;

import dev.retort.internal.ddl.DdlReader;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;

/** What the engine's work does: an author's SQL may do anything that its text reveals. */
final class WorkFolding implements Work.Visitor<WorkingSchema> {

    private final WorkingSchema schema;
    private final DdlReader reader;
    private final EffectFolding effects;
    private final RowFolding rows;

    WorkFolding(WorkingSchema schema, Operation.Visitor<WorkingSchema> operations) {
        this.schema = schema;
        this.reader = new DdlReader(schema.rules.grammar());
        this.effects = new EffectFolding(schema, operations);
        this.rows = new RowFolding(schema);
    }

    @Override
    public WorkingSchema execute(Execute operation) {
        effects.fold(reader.read(operation.sql()));
        return schema;
    }

    /** Its text is not at hand here. */
    @Override
    public WorkingSchema executeFile(ExecuteFile operation) {
        schema.doubtAll();
        return schema;
    }

    @Override
    public WorkingSchema bulkInsert(BulkInsert operation) {
        rows.bulkInsert(operation);
        return schema;
    }

    @Override
    public WorkingSchema backfill(Backfill operation) {
        rows.backfill(operation);
        return schema;
    }
}
