package dev.retort.internal.verify;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.verify.rows.StoredRows;
import java.sql.SQLException;

/** What a database holds at one moment. */
record Picture(Schema schema, StoredRows rows) {

    static Picture of(ScratchRun run, Dialect dialect) throws SQLException {
        Schema schema = run.schema();
        return new Picture(schema, StoredRows.read(run.connection(), schema, dialect));
    }
}
