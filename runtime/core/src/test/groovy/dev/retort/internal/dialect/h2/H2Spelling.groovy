package dev.retort.internal.dialect.h2

import dev.retort.internal.dialect.BoundSql
import dev.retort.internal.dialect.Catalog
import dev.retort.internal.dialect.Spelling
import dev.retort.internal.dialect.SqlStatement
import dev.retort.internal.operation.Backfill
import dev.retort.internal.operation.Execute
import dev.retort.internal.operation.Operation
import dev.retort.internal.sql.SqlSyntax
import groovy.transform.CompileStatic
import java.util.regex.Pattern

/** How SQL is written for H2. */
@CompileStatic
final class H2Spelling extends Spelling {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*")
    private static final Set<String> ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "SELECT", "WITH")
    private static final SqlSyntax SYNTAX = new SqlSyntax(true, false, true, false, false, false)

    static boolean changesRows(String sql) {
        return ROWS.contains(sql.strip().split("\\W", 2)[0].toUpperCase(Locale.ROOT))
    }

    @Override
    SqlSyntax syntax() {
        return SYNTAX
    }

    @Override
    protected List<SqlStatement> spelled(Operation operation, Catalog catalog) {
        return operation.accept(new H2Statements(this))
    }

    /** What changes the schema commits whatever is open. */
    @Override
    protected List<SqlStatement> authors(Execute operation) {
        return BoundSql.statements(operation, SYNTAX).stream()
                .map(statement -> changesRows(statement.sql()) ? statement : statement.alone())
                .toList()
    }

    @Override
    protected SqlStatement whole(Backfill operation) {
        throw Unspelled.refusal("backfill")
    }

    @Override
    SqlStatement query(String sql, Map<String, Object> parameters) {
        return BoundSql.query(sql, parameters, SYNTAX)
    }

    @Override
    String quote(String identifier) {
        return PLAIN.matcher(identifier).matches() ? identifier : "\"" + identifier.replace("\"", "\"\"") + "\""
    }

    @Override
    String literal(Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? String.valueOf(value) : "'" + value.toString().replace("'", "''") + "'"
    }

    @Override
    String operand(Object value) {
        return literal(value)
    }
}
