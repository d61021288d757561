package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.ExactRows;
import dev.retort.internal.schema.Table;

/** The literal of a value says of which kind it is, and all of its digits. */
final class SqliteExactRows implements ExactRows {

    /** {@code quote} cuts a text at its first NUL character. */
    @Override
    public String literal(String quotedColumn) {
        return "CASE WHEN typeof(" + quotedColumn + ") = 'text' AND instr(" + quotedColumn + ", char(0)) > 0"
                + " THEN 'CAST(x''' || hex(" + quotedColumn + ") || ''' AS TEXT)' ELSE quote(" + quotedColumn + ") END";
    }

    @Override
    public String ownRows(Table table) {
        return Names.quote(table.name());
    }
}
