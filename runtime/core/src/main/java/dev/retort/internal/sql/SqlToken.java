package dev.retort.internal.sql;

import java.util.Locale;

/**
 * A word of SQL. The tokens of a text, put one after the other, are the text again.
 *
 * @param text as it is written
 * @param start where it begins in the whole text, from 0
 */
public record SqlToken(Kind kind, String text, int start) {

    /** What a token is. */
    public enum Kind {
        SPACE,
        COMMENT,
        /** A key word or an identifier without quotes. */
        WORD,
        QUOTED_IDENTIFIER,
        STRING,
        NUMBER,
        /** {@code :name}; never the second half of {@code ::type}. */
        NAMED_PARAMETER,
        /** One character, or {@code ::}. */
        SYMBOL,
        /** A string, an identifier or a comment that has no end. */
        UNTERMINATED
    }

    public int end() {
        return start + text.length();
    }

    /** Whether it says nothing to the database. */
    public boolean isBlank() {
        return kind == Kind.SPACE || kind == Kind.COMMENT;
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The identifier that is meant, without its quotes; of a word without quotes, as it is written. */
    public String identifier() {
        if (kind != Kind.QUOTED_IDENTIFIER) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return switch (text.charAt(0)) {
            case '"' -> inner.replace("\"\"", "\"");
            case '`' -> inner.replace("``", "`");
            default -> inner;
        };
    }

    /** The word in capitals, or the text as it is written where it is no word. */
    public String upper() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : text;
    }
}
