package dev.retort.internal.verify.rows;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What an expression names: rather a name too many than one too few. */
final class Mentions {

    private final SqlSyntax syntax;

    Mentions(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, syntax).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }

    /** Which of the columns it names. */
    Set<String> columns(String sql, List<String> all) {
        Set<String> named = tokens(sql).stream()
                .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER)
                .map(SqlToken::identifier)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        return all.stream().filter(named::contains).collect(Collectors.toSet());
    }

    /** A domain's condition as one of a column. */
    String ofColumn(String condition, String quotedColumn) {
        StringBuilder sql = new StringBuilder();
        for (SqlToken token : SqlLexer.tokens(condition, syntax)) {
            sql.append(token.isWord("VALUE") ? quotedColumn : token.text());
        }
        return sql.toString();
    }
}
