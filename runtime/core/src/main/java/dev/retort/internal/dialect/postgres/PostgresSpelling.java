package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.BatchSql;
import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.ServerVersion;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.sql.SqlSyntax;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How operations, names and values are written as SQL on PostgreSQL. */
final class PostgresSpelling extends Spelling {

    @Override
    public SqlSyntax syntax() {
        return PostgresSyntax.SYNTAX;
    }

    @Override
    protected List<SqlStatement> spelled(Operation operation, Catalog catalog) {
        return new ConstraintLookup(catalog).settled(operation).accept(new Statements(catalog));
    }

    @Override
    protected List<SqlStatement> authors(Execute operation) {
        return AuthorsSql.statements(operation);
    }

    @Override
    protected SqlStatement whole(Backfill operation) {
        return BatchSql.whole(this, new Keys(), operation);
    }

    @Override
    public void check(SqlStatement statement, ServerVersion server) {
        NewerSyntax.check(statement.sql(), server);
    }

    @Override
    public SqlStatement query(String sql, Map<String, @Nullable Object> parameters) {
        return AuthorsSql.query(sql, parameters);
    }

    @Override
    public String quote(String identifier) {
        return Identifiers.quote(identifier);
    }

    @Override
    public String literal(@Nullable Object value) {
        return Values.literal(value);
    }

    @Override
    public String operand(@Nullable Object value) {
        return Values.operand(value);
    }

    @Override
    public boolean bindsLists() {
        return true;
    }
}
