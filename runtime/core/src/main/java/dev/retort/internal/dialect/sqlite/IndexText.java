package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.schema.Index;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code CREATE [UNIQUE] INDEX name ON table (elements) [WHERE condition]}. */
final class IndexText {

    private IndexText() {}

    static Index read(SchemaRow row, QualifiedName table) {
        String sql = row.sql();
        List<SqlToken> tokens = Names.tokens(sql);
        int open = Clause.indexOf(tokens, "(");
        int close = Clause.closing(tokens, open);
        List<Index.Element> elements = new ArrayList<>();
        int start = open + 1;
        int depth = 0;
        for (int i = open + 1; i <= close; i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (i == close || (depth == 0 && tokens.get(i).isSymbol(","))) {
                elements.add(element(sql, tokens.subList(start, i)));
                start = i + 1;
            }
        }
        String where =
                close + 2 < tokens.size() ? sql.substring(tokens.get(close + 2).start()) : null;
        return new Index(row.name(), table, elements, tokens.get(1).isWord("UNIQUE"), null, List.of(), where, false);
    }

    /** {@code name [COLLATE collation] [ASC | DESC]}; all else is an expression. */
    private static Index.Element element(String sql, List<SqlToken> tokens) {
        int at = 1;
        String collation = null;
        if (at + 1 < tokens.size() && tokens.get(at).isWord("COLLATE")) {
            collation = Names.read(tokens.get(at + 1));
            at += 2;
        }
        boolean falling = at < tokens.size() && tokens.get(at).isWord("DESC");
        if (falling || (at < tokens.size() && tokens.get(at).isWord("ASC"))) {
            at++;
        }
        if (at < tokens.size() || !isName(tokens.get(0))) {
            return new Index.Element.Expression(sql.substring(
                    tokens.get(0).start(), tokens.get(tokens.size() - 1).end()));
        }
        return new Index.Element.ColumnName(Names.read(tokens.get(0)), collation, null, falling ? "DESC" : null);
    }

    private static boolean isName(SqlToken token) {
        return switch (token.kind()) {
            case WORD, QUOTED_IDENTIFIER, STRING -> true;
            default -> false;
        };
    }
}
