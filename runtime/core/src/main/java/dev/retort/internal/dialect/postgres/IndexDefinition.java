package dev.retort.internal.dialect.postgres;

import dev.retort.internal.schema.Constraint;
import dev.retort.internal.schema.Index;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

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

    private static Index.Element element(String sql) {
        List<SqlToken> tokens = tokens(sql);
        SqlToken.Kind kind = tokens.get(0).kind();
        boolean column = tokens.size() == 1 && (kind == SqlToken.Kind.WORD || kind == SqlToken.Kind.QUOTED_IDENTIFIER);
        return column ? new Index.Element.ColumnName(tokens.get(0).identifier()) : new Index.Element.Expression(sql);
    }

    /** {@code room WITH =}; the last WITH is the one of the exclusion. */
    private static Constraint.Exclude.Element exclusion(String sql) {
        SqlToken with = tokens(sql).stream()
                .filter(token -> token.isWord("WITH"))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("An exclusion without an operator: " + sql));
        return new Constraint.Exclude.Element(
                sql.substring(0, with.start()).strip(),
                sql.substring(with.end()).strip());
    }

    private static List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }
}
