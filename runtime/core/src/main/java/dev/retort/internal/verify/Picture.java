package dev.retort.internal.verify;

import dev.retort.internal.dialect.DatabaseState;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.verify.rows.StoredRows;
import java.sql.SQLException;

/** What a database holds at one moment. */
record Picture(Schema schema, StoredRows rows, DatabaseState state) {

    static Picture of(ScratchRun run, Dialect dialect) throws SQLException {
        return of(run, run.schema(), dialect);
    }

    /** @param schema what it has now */
    static Picture of(ScratchRun run, Schema schema, Dialect dialect) throws SQLException {
        return new Picture(
                schema,
                StoredRows.read(run.connection(), schema, dialect),
                dialect.reading().state(run.connection()));
    }
}
