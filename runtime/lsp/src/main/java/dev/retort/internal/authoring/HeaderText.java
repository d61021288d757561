package dev.retort.internal.authoring;

import dev.retort.internal.authoring.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements of a script's header as they are written, however broken the rest is: words, and the texts after each. */
final class HeaderText {

    private final Map<String, List<Token>> statements;

    private HeaderText(Map<String, List<Token>> statements) {
        this.statements = statements;
    }

    static HeaderText of(List<Token> tokens) {
        Map<String, List<Token>> statements = new LinkedHashMap<>();
        List<Token> values = new ArrayList<>();
        boolean begins = true;
        for (Token token : tokens) {
            if (token.is("{")) {
                break;
            } else if (token.kind() == Kind.NAME && begins) {
                values = statements.computeIfAbsent(token.value(), word -> new ArrayList<>());
            } else if (token.kind() == Kind.TEXT) {
                values.add(token);
            }
            begins = token.kind() == Kind.LINE_END || token.is(";") || token.kind() == Kind.COMMENT && begins;
        }
        return new HeaderText(statements);
    }

    /** The first text after a word. */
    Optional<Token> first(String word) {
        return values(word).stream().findFirst();
    }

    List<Token> values(String word) {
        return statements.getOrDefault(word, List.of());
    }

    /** The ids that the script follows. */
    List<String> downRevisions() {
        return values("downRevision").stream().map(Token::value).toList();
    }
}
