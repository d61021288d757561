package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.BoundSql;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SQL of an {@link Execute} or a query. It may not end the transaction in which its revision is recorded. */
final class AuthorsSql {

    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

    private AuthorsSql() {}

    static List<SqlStatement> statements(Execute operation) {
        List<SqlStatement> statements = BoundSql.statements(operation, PostgresSyntax.SYNTAX);
        statements.forEach(AuthorsSql::check);
        return statements;
    }

    /**
     * A statement that was put together with SQL of the author's, which may not make two of it.
     *
     * @param run what is run, where that is more than the statement
     */
    static SqlStatement whole(String sql, String run) {
        part("This", sql);
        return SqlStatement.of(run);
    }

    /** A whole statement of the author's that becomes a part of another one: without the semicolon behind it. */
    static String part(String what, String sql) {
        String single = BoundSql.single(what, sql, PostgresSyntax.SYNTAX);
        check(SqlStatement.of(single));
        return single;
    }

    static SqlStatement query(String sql, Map<String, @Nullable Object> parameters) {
        SqlStatement query = BoundSql.query(sql, parameters, PostgresSyntax.SYNTAX);
        check(query);
        return query;
    }

    /** Whether it answers with no rows, which the driver takes of none that it sends with others. */
    static boolean onlyChangesRows(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        return !tokens.isEmpty()
                && CHANGES.contains(tokens.get(0).upper())
                && tokens.stream().noneMatch(token -> token.isWord("RETURNING"));
    }

    /** {@code 1E'\''} is a string with escapes to servers before 15, and to none after them. */
    private static void refuseGluedNumber(List<SqlToken> tokens, String sql) {
        for (int i = 1; i < tokens.size(); i++) {
            SqlToken number = tokens.get(i - 1);
            SqlToken string = tokens.get(i);
            if (number.kind() == Kind.NUMBER && string.kind() == Kind.STRING && number.end() == string.start()) {
                throw Refusal.of(
                        "Servers do not agree on what a number directly before a quote is: " + sql + ".",
                        "Put a space between " + number.text() + " and the quote.");
            }
        }
    }

    private static void check(SqlStatement statement) {
        List<SqlToken> tokens = SqlLexer.tokens(statement.sql(), PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        tokens.forEach(token -> PsqlText.refuseCommand(token, statement.sql()));
        refuseGluedNumber(tokens, statement.sql());
        LexicalSettings.refuse(tokens, statement.sql());
        if (BoundSql.endsTransaction(tokens)) {
            throw Refusal.of(
                    "A migration may not end its transaction: " + statement.sql() + ".",
                    "Leave it out; each revision is a transaction of its own, and autocommit { … } is outside of any.");
        }
    }
}
