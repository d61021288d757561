package dev.retort.internal.dialect.postgres;

import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.List;

/**
 * What a statement is in a script for psql, which takes a backslash outside of quotes for a command of its own, and a
 * colon before a word for one of its variables: {@code scores[1:PORT]} would be cut at the port of the server. Where a
 * string ends, psql goes by standard_conforming_strings, which may be off where the script is run: a string with a
 * backslash is written so that it ends at the same place anyhow.
 */
final class PsqlText {

    private final List<SqlToken> tokens;
    private final String sql;
    private final StringBuilder text = new StringBuilder();

    private PsqlText(String sql) {
        this.sql = sql;
        this.tokens = SqlLexer.tokens(sql, PostgresSyntax.SYNTAX);
    }

    static String of(String sql) {
        return new PsqlText(sql).written();
    }

    private String written() {
        int i = 0;
        while (i < tokens.size()) {
            SqlToken token = tokens.get(i);
            refuseCommand(token, sql);
            int end = isPlain(token) && !hasPrefix(i) ? endOfPlain(i) : i + 1;
            if (end > i + 1 || isPlain(token)) {
                string(i, end);
            } else if (token.kind() == Kind.NAMED_PARAMETER) {
                text.append(": ").append(token.text(), 1, token.text().length());
            } else if (token.isSymbol(":") && i + 1 < tokens.size() && couldName(tokens.get(i + 1))) {
                text.append(": ");
            } else {
                text.append(token.text());
            }
            i = end;
        }
        return text.toString();
    }

    private static boolean isPlain(SqlToken token) {
        return token.kind() == Kind.STRING && token.text().startsWith("'");
    }

    /** {@code B'…'}, {@code X'…'} and {@code U&'…'} know no escapes of a quote, whatever is set. */
    private boolean hasPrefix(int at) {
        if (at == 0 || tokens.get(at - 1).isBlank()) {
            return false;
        }
        SqlToken before = tokens.get(at - 1);
        boolean unicode = before.isSymbol("&") && at > 1 && tokens.get(at - 2).isWord("U");
        return unicode || before.isWord("B") || before.isWord("X");
    }

    /** After the last of the pieces that SQL joins to one string: there is a line break, but no comment of more lines, between two. */
    private int endOfPlain(int start) {
        int end = start + 1;
        boolean lineBreak = false;
        for (int i = end; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (isPlain(token) && lineBreak) {
                end = i + 1;
                lineBreak = false;
            } else if (!token.isBlank() || token.text().startsWith("/*")) {
                break;
            }
            lineBreak |= token.kind() == Kind.SPACE && token.text().matches("(?s).*[\\n\\r].*");
        }
        return end;
    }

    private void string(int start, int end) {
        List<SqlToken> pieces = tokens.subList(start, end);
        boolean escapes = !hasPrefix(start)
                && pieces.stream()
                        .anyMatch(piece -> isPlain(piece) && piece.text().indexOf('\\') >= 0);
        if (escapes) {
            boolean word = start > 0 && tokens.get(start - 1).kind() == Kind.WORD;
            if (word && tokens.get(start - 1).isWord("N")) {
                throw Refusal.of(
                        "psql may read a backslash in N'…' in two ways: " + sql + ".", "Write it without the N.");
            }
            text.append(word ? " E" : "E");
        }
        for (SqlToken piece : pieces) {
            text.append(escapes && isPlain(piece) ? piece.text().replace("\\", "\\\\") : piece.text());
        }
    }

    /** {@code :2} names a variable, too, and so do {@code :'name'} and {@code :{?name}}; {@code :=} does not. */
    private static boolean couldName(SqlToken next) {
        return !next.isBlank() && !next.isSymbol("=");
    }

    /** @throws dev.retort.RetortException of the kind SCRIPT where the token begins a command of psql */
    static void refuseCommand(SqlToken token, String sql) {
        if (token.isSymbol("\\")) {
            throw Refusal.of(
                    "A backslash outside of quotes is no SQL, and psql would take it for a command: " + sql + ".",
                    "Leave it out. What a script of psql's does with it, write as SQL or as an operation.");
        }
    }
}
