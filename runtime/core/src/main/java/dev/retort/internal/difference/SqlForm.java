package dev.retort.internal.difference;

import dev.retort.internal.fold.FoldingRules;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts of SQL in one form: spaces, comments, letter case, quotes, outer brackets and casts of literals say nothing. */
final class SqlForm {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private final FoldingRules rules;

    SqlForm(FoldingRules rules) {
        this.rules = rules;
    }

    String of(String sql) {
        List<SqlToken> all = SqlLexer.tokens(sql, rules.syntax()).stream()
                .filter(token -> !token.isBlank())
                .toList();
        List<SqlToken> tokens = withoutCastsOfConstants(withoutCastsOfLiterals(all));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (!(token.isSymbol(";") && i == tokens.size() - 1)) {
                words.add(word(token));
            }
        }
        return String.join(" ", stripped(words));
    }

    private static List<SqlToken> withoutCastsOfLiterals(List<SqlToken> tokens) {
        List<SqlToken> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("::") && i > 0 && isLiteral(tokens.get(i - 1))) {
                i = endOfType(tokens, i + 1) - 1;
            } else {
                left.add(tokens.get(i));
            }
        }
        return left;
    }

    /**
     * Also of what is in brackets: what PostgreSQL prints of {@code IN ('a', 'b')} as {@code (ARRAY['a', 'b'])::text[]}, it
     * prints as {@code ARRAY[('a')::text, ('b')::text]} once it has read that.
     */
    private static List<SqlToken> withoutCastsOfConstants(List<SqlToken> tokens) {
        List<SqlToken> left = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int end = tokens.get(i).isSymbol("(") ? closing(tokens, i) : tokens.size();
            if (end + 1 < tokens.size()
                    && tokens.get(end + 1).isSymbol("::")
                    && isConstant(tokens.subList(i + 1, end))) {
                left.addAll(tokens.subList(i + 1, end));
                i = endOfType(tokens, end + 2) - 1;
            } else {
                left.add(tokens.get(i));
            }
        }
        return left;
    }

    /** A literal, or an array of literals. */
    private static boolean isConstant(List<SqlToken> tokens) {
        if (tokens.size() == 1) {
            return isLiteral(tokens.get(0));
        }
        return tokens.size() > 2
                && tokens.get(0).isWord("ARRAY")
                && tokens.get(1).isSymbol("[")
                && tokens.subList(2, tokens.size() - 1).stream()
                        .allMatch(token -> isLiteral(token) || token.isSymbol(","));
    }

    private static boolean isLiteral(SqlToken token) {
        return token.kind() == SqlToken.Kind.STRING
                || token.kind() == SqlToken.Kind.NUMBER
                || token.isWord("NULL")
                || token.isWord("TRUE")
                || token.isWord("FALSE");
    }

    /** {@code character varying(10)[]}, {@code timestamp with time zone}. */
    private static int endOfType(List<SqlToken> tokens, int start) {
        int at = start;
        while (at < tokens.size() && isOfType(tokens, at, start)) {
            at += tokens.get(at).isSymbol("(") || tokens.get(at).isSymbol("[") ? closing(tokens, at) - at + 1 : 1;
        }
        return at;
    }

    private static boolean isOfType(List<SqlToken> tokens, int at, int start) {
        SqlToken token = tokens.get(at);
        if (at == start) {
            return true;
        }
        return token.isSymbol("(")
                || token.isSymbol("[")
                || token.isSymbol(".")
                || tokens.get(at - 1).isSymbol(".")
                || List.of("varying", "precision", "with", "without", "time", "zone")
                        .contains(token.text().toLowerCase(Locale.ROOT));
    }

    private static int closing(List<SqlToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") || token.isSymbol("[")
                    ? 1
                    : token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private String word(SqlToken token) {
        if (token.kind() == SqlToken.Kind.WORD) {
            return token.text().toLowerCase(Locale.ROOT);
        } else if (token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER) {
            String name = token.identifier();
            String plain = rules.same("A", "a") ? name.toLowerCase(Locale.ROOT) : name;
            return PLAIN.matcher(plain).matches() ? plain : '"' + plain + '"';
        }
        return token.text();
    }

    private static List<String> stripped(List<String> words) {
        List<String> left = words;
        while (left.size() > 1 && left.get(0).equals("(") && closingWord(left) == left.size() - 1) {
            left = left.subList(1, left.size() - 1);
        }
        return left;
    }

    private static int closingWord(List<String> words) {
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            depth += words.get(i).equals("(") ? 1 : words.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
