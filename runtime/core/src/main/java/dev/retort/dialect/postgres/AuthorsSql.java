package dev.retort.dialect.postgres;

import dev.retort.dialect.BoundSql;
import dev.retort.dialect.SqlStatement;
import dev.retort.operation.Execute;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlToken;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of an {@link Execute} or a query. It may not end the transaction in which its revision is recorded. */
final class AuthorsSql {

    private AuthorsSql() {}

    static List<SqlStatement> statements(Execute operation) {
        List<SqlStatement> statements = BoundSql.statements(operation, PostgresDialect.SYNTAX);
        statements.forEach(AuthorsSql::check);
        return statements;
    }

    static SqlStatement query(String sql, Map<String, @Nullable Object> parameters) {
        SqlStatement query = BoundSql.query(sql, parameters, PostgresDialect.SYNTAX);
        check(query);
        return query;
    }

    private static void check(SqlStatement statement) {
        List<SqlToken> tokens = SqlLexer.tokens(statement.sql(), PostgresDialect.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        if (BoundSql.endsTransaction(tokens)) {
            throw Statements.refused(
                    "A migration may not end its transaction: " + statement.sql() + ".",
                    "Leave it out; each revision is a transaction of its own, and autocommit { … } is outside of any.");
        }
    }
}
