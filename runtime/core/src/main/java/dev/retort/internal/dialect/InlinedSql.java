package dev.retort.internal.dialect;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement with the values of its parameters written into it. */
final class InlinedSql {

    private static final Set<String> END_OF_VALUE = Set.of(",", ")", "WHERE", "AND", "OR", "RETURNING");

    private final Spelling spelling;
    private final List<SqlToken> tokens;
    private final boolean insert;

    InlinedSql(String sql, Spelling spelling) {
        this.spelling = spelling;
        this.tokens = SqlLexer.tokens(sql, spelling.syntax());
        this.insert = tokens.stream().filter(token -> !token.isBlank()).findFirst().stream()
                .anyMatch(token -> token.isWord("INSERT"));
    }

    String with(List<@Nullable Object> row) {
        StringBuilder sql = new StringBuilder();
        int parameter = 0;
        int depth = 0;
        boolean values = false;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            values = insert && (values || token.isWord("VALUES")) && !token.isWord("SELECT");
            depth += !values ? 0 : token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (!token.isSymbol("?")) {
                sql.append(token.text());
            } else if (i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("?")) {
                sql.append('?');
                i++;
            } else {
                // LIMIT:n has no space where the number would need one.
                boolean glued = i > 0 && isWordLike(tokens.get(i - 1));
                Object value = row.get(parameter);
                boolean alone = isAssigned(i) || (values && depth == 1 && isListed(i));
                sql.append(glued ? " " : "").append(alone ? spelling.literal(value) : spelling.operand(value));
                parameter++;
            }
        }
        return sql.toString();
    }

    private static boolean isWordLike(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.NUMBER;
    }

    /** {@code a = ?}, where the column's type decides. */
    private boolean isAssigned(int index) {
        return beside(index, -1).equals("=") && endsValue(index);
    }

    /** {@code (?, ?)} behind {@code VALUES}. */
    private boolean isListed(int index) {
        String before = beside(index, -1);
        return (before.equals("(") || before.equals(",")) && endsValue(index);
    }

    private boolean endsValue(int index) {
        String after = beside(index, 1);
        return after.isEmpty() || END_OF_VALUE.contains(after);
    }

    /** The nearest token that says something, in capitals; empty where there is none. */
    private String beside(int index, int step) {
        for (int i = index + step; i >= 0 && i < tokens.size(); i += step) {
            if (!tokens.get(i).isBlank()) {
                return tokens.get(i).upper();
            }
        }
        return "";
    }
}
