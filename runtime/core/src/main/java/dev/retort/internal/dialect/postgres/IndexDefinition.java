package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The method and the elements of an index or an exclusion constraint, out of the definition as the server tells it: the
 * one place where it tells direction, operator class and collation of each element together.
 *
 * @param method {@code btree}
 * @param elements as they stand between the brackets
 */
record IndexDefinition(String method, List<String> elements) {

    static IndexDefinition parse(String definition) {
        List<SqlToken> tokens = tokens(definition);
        int using = 0;
        while (!tokens.get(using).isWord("USING")) {
            using++;
        }
        int open = using + 2;
        List<String> elements = new ArrayList<>();
        int start = tokens.get(open).end();
        int depth = 1;
        for (int i = open + 1; depth > 0; i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.isSymbol(","))) {
                elements.add(definition.substring(start, token.start()).strip());
                start = token.end();
            }
        }
        return new IndexDefinition(tokens.get(using + 1).identifier(), List.copyOf(elements));
    }

    List<Index.Element> ofIndex() {
        return elements.stream().map(IndexDefinition::element).toList();
    }

    List<Constraint.Exclude.Element> ofExclusion() {
        return elements.stream().map(IndexDefinition::exclusion).toList();
    }

    /** {@code name COLLATE "C" text_pattern_ops DESC NULLS LAST}; what a server takes anyway it does not print. */
    private static Index.Element element(String sql) {
        List<SqlToken> tokens = tokens(sql);
        if (!isColumn(tokens)) {
            return new Index.Element.Expression(sql);
        }
        int at = 1;
        String collation = null;
        if (isWord(tokens, at, "COLLATE")) {
            if (tokens.size() > at + 2 && tokens.get(at + 2).isSymbol(".")) {
                return new Index.Element.Expression(sql);
            }
            collation = tokens.get(at + 1).identifier();
            at += 2;
        }
        int order = at;
        while (order < tokens.size() && !isOrder(tokens, order)) {
            order++;
        }
        return new Index.Element.ColumnName(
                tokens.get(0).identifier(),
                collation,
                slice(sql, tokens, at, order),
                slice(sql, tokens, order, tokens.size()));
    }

    /** A function is followed by its arguments, and the server puts all other expressions in brackets. */
    private static boolean isColumn(List<SqlToken> tokens) {
        SqlToken.Kind kind = tokens.get(0).kind();
        boolean name = kind == SqlToken.Kind.WORD || kind == SqlToken.Kind.QUOTED_IDENTIFIER;
        return name
                && (tokens.size() == 1
                        || !(tokens.get(1).isSymbol("(") || tokens.get(1).isSymbol(".")));
    }

    private static boolean isOrder(List<SqlToken> tokens, int at) {
        return isWord(tokens, at, "ASC") || isWord(tokens, at, "DESC") || isNulls(tokens, at);
    }

    /** NULLS by itself may be the name of an operator class. */
    private static boolean isNulls(List<SqlToken> tokens, int at) {
        return isWord(tokens, at, "NULLS") && (isWord(tokens, at + 1, "FIRST") || isWord(tokens, at + 1, "LAST"));
    }

    private static boolean isWord(List<SqlToken> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).isWord(word);
    }

    private static @Nullable String slice(String sql, List<SqlToken> tokens, int from, int to) {
        return from == to
                ? null
                : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** {@code room text_ops WITH =}; the last WITH is the one of the exclusion. */
    private static Constraint.Exclude.Element exclusion(String sql) {
        SqlToken with = tokens(sql).stream()
                .filter(token -> token.isWord("WITH"))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("An exclusion without an operator: " + sql));
        String expression = sql.substring(0, with.start()).strip();
        String operator = sql.substring(with.end()).strip();
        return element(expression) instanceof Index.Element.ColumnName column
                        && column.collation() == null
                        && column.order() == null
                ? new Constraint.Exclude.Element(
                        expression.substring(0, tokens(expression).get(0).end()), operator, column.operatorClass())
                : new Constraint.Exclude.Element(expression, operator);
    }

    private static List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }
}
