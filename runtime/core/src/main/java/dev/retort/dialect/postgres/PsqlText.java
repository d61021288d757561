package dev.retort.dialect.postgres;

import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlToken;
import java.util.List;

/**
 * What a statement is in a script for psql, which takes a backslash outside of quotes for a command of its own, and a
 * colon before a word for one of its variables: {@code scores[1:PORT]} would be cut at the port of the server.
 */
final class PsqlText {

    private PsqlText() {}

    static String of(String sql) {
        StringBuilder text = new StringBuilder();
        List<SqlToken> tokens = SqlLexer.tokens(sql, PostgresDialect.SYNTAX);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            refuseCommand(token, sql);
            if (token.kind() == SqlToken.Kind.NAMED_PARAMETER) {
                text.append(": ").append(token.text(), 1, token.text().length());
            } else if (token.isSymbol(":") && i + 1 < tokens.size() && couldName(tokens.get(i + 1))) {
                text.append(": ");
            } else {
                text.append(token.text());
            }
        }
        return text.toString();
    }

    /** {@code :2} names a variable, too, and so do {@code :'name'} and {@code :{?name}}; {@code :=} does not. */
    private static boolean couldName(SqlToken next) {
        return !next.isBlank() && !next.isSymbol("=");
    }

    /** @throws dev.retort.error.RetortException of the kind SCRIPT where the token begins a command of psql */
    static void refuseCommand(SqlToken token, String sql) {
        if (token.isSymbol("\\")) {
            throw Statements.refused(
                    "A backslash outside of quotes is no SQL, and psql would take it for a command: " + sql + ".",
                    "Leave it out. What a script of psql's does with it, write as SQL or as an operation.");
        }
    }
}
