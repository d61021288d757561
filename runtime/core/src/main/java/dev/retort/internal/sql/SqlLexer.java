package dev.retort.internal.sql;

import dev.retort.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts SQL into tokens, the way the database itself does, and never loses a character. */
public final class SqlLexer {

    private final String text;
    private final SqlSyntax syntax;
    private int position;

    private SqlLexer(String text, SqlSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
    }

    /** All tokens, spaces and comments among them. */
    public static List<SqlToken> tokens(String text, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(text, syntax);
        List<SqlToken> tokens = new ArrayList<>();
        while (lexer.position < text.length()) {
            int start = lexer.position;
            Kind kind = lexer.next();
            tokens.add(new SqlToken(kind, text.substring(start, lexer.position), start));
        }
        return tokens;
    }

    /** Moves after the token that begins here. */
    private Kind next() {
        char c = text.charAt(position);
        if (isSpace(c)) {
            return run(Kind.SPACE, SqlLexer::isSpace);
        } else if (text.startsWith("--", position)) {
            return run(Kind.COMMENT, ch -> ch != '\n' && !(ch == '\r' && syntax.returnsEndComments()));
        } else if (text.startsWith("/*", position)) {
            return comment();
        } else if (c == '\'') {
            return quoted(Kind.STRING, '\'', false);
        } else if (syntax.escapeStrings() && (c == 'e' || c == 'E') && charAt(position + 1) == '\'') {
            return escapeString();
        } else if (c == '"' || (syntax.foreignQuotes() && c == '`')) {
            return quoted(Kind.QUOTED_IDENTIFIER, c, false);
        } else if (syntax.foreignQuotes() && c == '[') {
            return upTo("]", Kind.QUOTED_IDENTIFIER);
        } else if (syntax.dollarQuotes() && c == '$') {
            return dollar();
        } else if (isDigit(c) || (c == '.' && isDigit(charAt(position + 1)))) {
            return run(Kind.NUMBER, ch -> (continuesWord(ch) && ch != '$') || ch == '.');
        } else if (startsWord(c)) {
            return run(Kind.WORD, SqlLexer::continuesWord);
        } else if (c == ':') {
            return colon();
        }
        position++;
        return Kind.SYMBOL;
    }

    private Kind run(Kind kind, IntPredicate belongs) {
        do {
            position++;
        } while (position < text.length() && belongs.test(text.charAt(position)));
        return kind;
    }

    private Kind comment() {
        int depth = 0;
        while (position < text.length()) {
            if (text.startsWith("/*", position) && (depth == 0 || syntax.nestedComments())) {
                depth++;
                position += 2;
            } else if (text.startsWith("*/", position)) {
                depth--;
                position += 2;
                if (depth == 0) {
                    return Kind.COMMENT;
                }
            } else {
                position++;
            }
        }
        return Kind.UNTERMINATED;
    }

    private Kind quoted(Kind kind, char quote, boolean backslashes) {
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (backslashes && c == '\\') {
                position = Math.min(position + 1, text.length());
            } else if (c == quote) {
                if (charAt(position) != quote) {
                    return kind;
                }
                position++;
            }
        }
        return Kind.UNTERMINATED;
    }

    /**
     * {@code E'…'}, with the pieces on the following lines that SQL joins to it, over comments too: they know backslashes
     * as well, though no E is before them.
     */
    private Kind escapeString() {
        position++;
        Kind kind = quoted(Kind.STRING, '\'', true);
        int next = afterLineBreak();
        while (kind == Kind.STRING && charAt(next) == '\'') {
            position = next;
            kind = quoted(Kind.STRING, '\'', true);
            next = afterLineBreak();
        }
        return kind;
    }

    /**
     * Where the text goes on when only spaces and comments of one line with a line break among them follow; its end
     * otherwise. The server wants a line break before the first quote; a comment of more lines joins nothing.
     */
    private int afterLineBreak() {
        int next = position;
        boolean lineBreak = false;
        while (true) {
            if (isSpace(charAt(next))) {
                lineBreak |= isLineBreak(charAt(next));
                next++;
            } else if (text.startsWith("--", next)) {
                while (next < text.length() && !isLineBreak(charAt(next))) {
                    next++;
                }
            } else {
                return lineBreak ? next : text.length();
            }
        }
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private Kind upTo(String end, Kind kind) {
        int found = text.indexOf(end, position + 1);
        position = found < 0 ? text.length() : found + end.length();
        return found < 0 ? Kind.UNTERMINATED : kind;
    }

    /** {@code $$} or {@code $tag$} opens a string; {@code $1} is a positional parameter. */
    private Kind dollar() {
        int end = position + 1;
        if (startsWord(charAt(end))) {
            while (continuesWord(charAt(end)) && charAt(end) != '$') {
                end++;
            }
        }
        if (charAt(end) != '$') {
            position++;
            return Kind.SYMBOL;
        }
        String tag = text.substring(position, end + 1);
        position = end;
        return upTo(tag, Kind.STRING);
    }

    private Kind colon() {
        if (charAt(position + 1) == ':') {
            position += 2;
            return Kind.SYMBOL;
        }
        if (startsWord(charAt(position + 1))) {
            return run(Kind.NAMED_PARAMETER, SqlLexer::continuesWord);
        }
        position++;
        return Kind.SYMBOL;
    }

    /** The character there, or one that occurs nowhere in SQL. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    /** ASCII's spaces; to both databases every other character, a no-break space too, is part of a name. */
    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean startsWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean continuesWord(int c) {
        return startsWord(c) || isDigit(c) || c == '$';
    }
}
