package dev.retort.internal.authoring;

import dev.retort.internal.authoring.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Cuts a script into pieces, however broken it is: while somebody types, quotes and brackets are open. A text on one line ends
 * with the line where nothing closes it.
 */
final class TokenReader {

    private static final List<String> QUOTES = List.of("\"\"\"", "'''", "\"", "'");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean afterValue;

    private TokenReader(String text) {
        this.text = text;
    }

    static List<Token> read(DocumentText document) {
        TokenReader reader = new TokenReader(document.text());
        while (reader.at < reader.text.length()) {
            reader.step();
        }
        return List.copyOf(reader.tokens);
    }

    private void step() {
        char c = text.charAt(at);
        if (DocumentText.isLineEnd(c)) {
            add(Kind.LINE_END, at + (text.startsWith("\r\n", at) ? 2 : 1));
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (text.startsWith("//", at)) {
            add(Kind.COMMENT, lineEnd(at), false);
        } else if (text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            add(Kind.COMMENT, close < 0 ? text.length() : close + 2, close >= 0);
        } else if (Character.isJavaIdentifierStart(c)) {
            add(Kind.NAME, after(Character::isJavaIdentifierPart));
        } else if (Character.isDigit(c)) {
            add(Kind.NUMBER, after(digit -> Character.isLetterOrDigit(digit) || digit == '_'));
        } else if (!quoted() && !slashed()) {
            add(Kind.SIGN, at + 1);
        }
    }

    private boolean quoted() {
        for (String quote : QUOTES) {
            if (text.startsWith(quote, at)) {
                text(quote, quote.length() == 3);
                return true;
            }
        }
        return false;
    }

    private boolean slashed() {
        boolean slash = text.charAt(at) == '/' && !afterValue;
        if (slash) {
            text("/", true);
        }
        return slash;
    }

    private void text(String quote, boolean severalLines) {
        int start = at + quote.length();
        int end = start;
        while (end < text.length() && !text.startsWith(quote, end)) {
            char c = text.charAt(end);
            if (!severalLines && DocumentText.isLineEnd(c)) {
                break;
            }
            end += c == '\\' && end + 1 < text.length() && !DocumentText.isLineEnd(text.charAt(end + 1)) ? 2 : 1;
        }
        boolean closed = text.startsWith(quote, end);
        Span span = new Span(at, closed ? end + quote.length() : end);
        add(new Token(Kind.TEXT, span, text.substring(start, end), closed));
    }

    private int after(IntPredicate part) {
        int end = at + 1;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && !DocumentText.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        add(kind, end, true);
    }

    private void add(Kind kind, int end, boolean closed) {
        add(new Token(kind, new Span(at, end), text.substring(at, end), closed));
    }

    private void add(Token token) {
        tokens.add(token);
        at = token.span().end();
        afterValue = token.kind() == Kind.COMMENT ? afterValue : token.isValue();
    }
}
