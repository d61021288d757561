package dev.retort.internal.ddl;

import dev.retort.internal.schema.ObjectName;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** One statement while it is read: its text, and the objects that are uncertain where it is not understood. */
final class DdlStatement {

    final String text;
    final Grammar grammar;
    final SearchPath path;
    private final List<ObjectName> subjects = new ArrayList<>();

    DdlStatement(String text, Grammar grammar, SearchPath path) {
        this.text = text;
        this.grammar = grammar;
        this.path = path;
    }

    /** At its beginning. */
    Cursor cursor() {
        List<SqlToken> tokens = SqlLexer.tokens(text, grammar.syntax()).stream()
                .filter(token -> !token.isBlank())
                .toList();
        Cursor.check(tokens.stream().noneMatch(token -> token.kind() == SqlToken.Kind.UNTERMINATED));
        return new Cursor(this, tokens);
    }

    void about(List<ObjectName> names) {
        subjects.addAll(names);
    }

    List<SqlEffect> uncertain() {
        if (subjects.isEmpty()) {
            return List.of(new SqlEffect.Unknown());
        }
        return subjects.stream()
                .distinct()
                .<SqlEffect>map(SqlEffect.Uncertain::new)
                .toList();
    }
}
