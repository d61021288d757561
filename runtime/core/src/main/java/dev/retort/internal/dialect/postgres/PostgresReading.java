package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.DatabaseState;
import dev.retort.internal.dialect.DatabaseUse;
import dev.retort.internal.dialect.ReadScope;
import dev.retort.internal.dialect.Reading;
import dev.retort.internal.dialect.TablePlace;
import dev.retort.internal.dialect.TableSize;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.script.CatalogQuestion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What is in a database of PostgreSQL. */
final class PostgresReading implements Reading {

    @Override
    public boolean has(CatalogQuestion question, Catalog catalog) {
        return CatalogAnswers.has(question, catalog);
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration, Catalog catalog) {
        return CatalogAnswers.enumValues(enumeration, catalog);
    }

    @Override
    public OptionalInt longestText(Connection connection, QualifiedName table, String column) throws SQLException {
        return ColumnWidth.of(connection, Identifiers.quote(table), column);
    }

    @Override
    public Schema read(Connection connection, ReadScope scope) throws SQLException {
        return Introspection.read(connection, scope);
    }

    @Override
    public List<String> notRecreated(Connection connection, ReadScope scope) throws SQLException {
        return SequenceNames.notKept(connection, scope);
    }

    @Override
    public List<Operation> names(Connection connection, ReadScope scope) throws SQLException {
        return SequenceNames.kept(connection, scope);
    }

    @Override
    public DatabaseState state(Connection connection) throws SQLException {
        return StateQuery.of(connection);
    }

    @Override
    public DatabaseUse use(Connection connection) throws SQLException {
        Map<QualifiedName, TableSize> sizes = TableSizes.of(connection);
        return new DatabaseUse(
                sizes, StatementCounts.of(connection, sizes.keySet()), SessionZone.isUtc(ServerZone.now(connection)));
    }

    @Override
    public TablePlace place(Connection connection, List<QualifiedName> tables) throws SQLException {
        return MetadataTablesQuery.place(connection, tables);
    }

    @Override
    public Schema serverForm(Connection connection, Schema schema) throws SQLException {
        return new ServerForm(connection).of(schema);
    }
}
