package dev.retort.internal.fold;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names in texts of SQL: in checks, defaults, computed columns, and what an index is over. */
public final class SqlNames {

    private final FoldingRules rules;

    public SqlNames(FoldingRules rules) {
        this.rules = rules;
    }

    /** Whether an expression over one table names the column. */
    public boolean mentions(String expression, String column) {
        List<SqlToken> tokens = tokens(expression);
        for (int i = 0; i < tokens.size(); i++) {
            if (isColumn(tokens, i) && is(tokens.get(i), column)) {
                return true;
            }
        }
        return false;
    }

    /** The names of the functions that a text calls, as the database compares them. */
    public Set<String> called(String sql) {
        List<SqlToken> tokens = tokens(sql);
        Set<String> called = new HashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (isIdentifier(tokens.get(i)) && tokens.get(i + 1).isSymbol("(")) {
                called.add(rules.key(name(tokens.get(i))));
            }
        }
        return called;
    }

    /** An expression over one table after the column got another name. */
    public String renamed(String expression, String column, String newName) {
        List<SqlToken> tokens = tokens(expression);
        StringBuilder renamed = new StringBuilder();
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            renamed.append(expression, end, token.start());
            renamed.append(isColumn(tokens, i) && is(token, column) ? rules.quote(newName) : token.text());
            end = token.end();
        }
        return renamed.append(expression.substring(end)).toString();
    }

    /** The tokens that say something. */
    List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, rules.syntax()).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }

    /** The name that an identifier stands for. */
    String name(SqlToken token) {
        return token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER ? token.identifier() : rules.unquoted(token.text());
    }

    static boolean isIdentifier(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    boolean is(SqlToken token, String name) {
        return rules.same(name(token), name);
    }

    /** Not a function, a type, a collation or the word before a literal of a type. */
    boolean isColumn(List<SqlToken> tokens, int at) {
        if (!isIdentifier(tokens.get(at))) {
            return false;
        }
        SqlToken before = at == 0 ? null : tokens.get(at - 1);
        SqlToken after = at + 1 == tokens.size() ? null : tokens.get(at + 1);
        boolean named = before != null && (before.isSymbol("::") || before.isWord("COLLATE") || before.isWord("AS"));
        boolean calls =
                after != null && (after.isSymbol("(") || after.isSymbol(".") || after.kind() == SqlToken.Kind.STRING);
        return !named && !calls;
    }

    static Set<String> words(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
