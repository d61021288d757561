package dev.retort.internal.dialect.postgres;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server puts brackets around every expression it tells; nobody writes them. */
final class Brackets {

    private Brackets() {}

    static @Nullable String strippedOrNull(@Nullable String expression) {
        return expression == null ? null : stripped(expression);
    }

    /** The expression without the brackets that hold the whole of it. */
    static String stripped(String expression) {
        List<SqlToken> tokens = SqlLexer.tokens(expression, PostgresSyntax.SYNTAX);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && i < tokens.size() - 1) {
                return expression;
            }
        }
        return expression.startsWith("(") ? stripped(expression.substring(1, expression.length() - 1)) : expression;
    }
}
