package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Cell;
import dev.retort.internal.dialect.Keyset;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.RowLoading;
import dev.retort.internal.dialect.RowSink;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How many rows get into a table of PostgreSQL. */
final class PostgresRowLoading implements RowLoading {

    @Override
    public Optional<SqlStatement> numbering(QualifiedName table, Collection<String> columns) {
        return columns.isEmpty() ? Optional.empty() : Optional.of(Numbering.after(table, columns));
    }

    @Override
    public LoadTarget loadTarget(QualifiedName table, Catalog catalog) {
        return Loading.target(table, catalog);
    }

    @Override
    public Object value(Cell cell, LoadTarget.@Nullable Column column) {
        return Loading.value(cell, column);
    }

    @Override
    public Optional<SqlStatement> insertOfJson(QualifiedName table, List<String> columns, String rows) {
        return Optional.of(Loading.insertOfJson(table, columns, rows));
    }

    @Override
    public boolean sinks(@Nullable Object value, LoadTarget.Column column) {
        return CopyRows.takes(value, column.type());
    }

    @Override
    public RowSink sink(Connection connection, LoadTarget target, List<String> columns) throws SQLException {
        return CopyRows.begin(connection, target, columns);
    }

    @Override
    public RowSink copy(Connection connection, String sql) throws SQLException {
        return CopyRows.begin(connection, sql);
    }

    @Override
    public Keyset keyset() {
        return new Keys();
    }
}
