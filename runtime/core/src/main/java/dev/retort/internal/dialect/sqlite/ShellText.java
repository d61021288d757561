package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;

/**
 * What a statement is in a script for sqlite3, which reads line by line: it takes a line end of Windows for its own,
 * and ends a statement at a line that says nothing but {@code /} or {@code go}.
 */
final class ShellText {

    private ShellText() {}

    static String of(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql, Names.SYNTAX);
        StringBuilder text = new StringBuilder();
        refuseCommand(tokens, sql);
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if ((token.isSymbol("/") || token.isWord("go")) && isAlone(tokens, i)) {
                throw Refusal.of(
                        "A line that says only \"" + token.text() + "\" ends a statement in sqlite3: " + sql + ".",
                        "Put it on the line before.");
            }
            boolean windows = token.text().contains("\r\n");
            if (windows && !token.isBlank()) {
                throw Refusal.of(
                        "sqlite3 makes a single character of the line end of Windows that is within quotes: "
                                + token.text() + ".",
                        "Write it as char(13) || char(10), or run it without --sql.");
            }
            text.append(windows ? token.text().replace("\r\n", "\n") : token.text());
        }
        return text.toString();
    }

    /** {@code . shell} is one too, though a space is before its name. */
    private static void refuseCommand(List<SqlToken> tokens, String sql) {
        boolean command = tokens.stream()
                .filter(token -> !token.isBlank())
                .findFirst()
                .filter(token -> token.isSymbol(".") || token.isSymbol("#"))
                .isPresent();
        if (command) {
            throw Refusal.of("sqlite3 would take this for a command of its own: " + sql + ".", "Write it as SQL.");
        }
    }

    private static boolean isAlone(List<SqlToken> tokens, int index) {
        return index > 0
                && breaksBeforeText(tokens.subList(0, index), true)
                && breaksBeforeText(tokens.subList(index + 1, tokens.size()), false);
    }

    /** Whether a line break comes before anything that says something, seen from one end. */
    private static boolean breaksBeforeText(List<SqlToken> tokens, boolean fromTheEnd) {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(fromTheEnd ? tokens.size() - 1 - i : i);
            if (!token.isBlank()) {
                return false;
            } else if (token.kind() == Kind.SPACE && token.text().indexOf('\n') >= 0) {
                return true;
            }
        }
        return !fromTheEnd;
    }
}
