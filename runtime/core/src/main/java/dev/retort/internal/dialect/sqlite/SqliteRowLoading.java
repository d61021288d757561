package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.dialect.Keyset;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.RowLoading;
import dev.retort.internal.dialect.RowSink;
import dev.retort.internal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many rows get into a table of SQLite. */
final class SqliteRowLoading implements RowLoading {

    @Override
    public LoadTarget loadTarget(QualifiedName table, Catalog catalog) {
        return Loading.target(table, catalog);
    }

    @Override
    public Object value(Cell cell, LoadTarget.@Nullable Column column) {
        return column == null ? cell.text() : Loading.value(cell, column);
    }

    /** Rows that a script has in its hands gain nothing. */
    @Override
    public boolean sinks(@Nullable Object value, LoadTarget.Column column) {
        return false;
    }

    @Override
    public RowSink sink(Connection connection, LoadTarget target, List<String> columns) throws SQLException {
        return InsertedRows.begin(connection, target, columns);
    }

    @Override
    public Keyset keyset() {
        return new Keys();
    }
}
