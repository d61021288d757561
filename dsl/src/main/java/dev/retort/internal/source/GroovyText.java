package dev.retort.internal.source;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spells texts as a script does. */
final class GroovyText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final String BLOCK = "'''";

    private GroovyText() {}

    /**
     * A text in single quotes, in which {@code $} means nothing. What cannot be seen is escaped, so that what is read
     * is what is there.
     */
    static String literal(String text) {
        return quoted(text, '\'');
    }

    static String literals(Collection<String> texts) {
        return texts.stream().map(GroovyText::literal).collect(Collectors.joining(", "));
    }

    /** A text in the quotes that it reads best in, as {@code "state <> ''"}; never one that Groovy puts values into. */
    static String text(String text) {
        boolean clearer = text.indexOf('\'') >= 0 && text.chars().noneMatch(c -> c == '"' || c == '$' || c == '\\');
        return quoted(text, clearer ? '"' : '\'');
    }

    /** A text such as SQL, in lines where it has several. */
    static String lines(String text) {
        if (text.indexOf('\n') < 0) {
            return text(text);
        }
        return (text.startsWith("\n") ? BLOCK : BLOCK + "\\\n") + inBlock(text) + BLOCK;
    }

    /** What is between the quotes of a block. */
    static String inBlock(String text) {
        StringBuilder block = new StringBuilder();
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            quotes = character == '\'' ? quotes + 1 : 0;
            boolean endsBlock = quotes > 0 && (quotes % BLOCK.length() == 0 || i == text.length() - 1);
            boolean asItIs = character == '\n' || character == '\t' || (character == '\'' && !endsBlock);
            block.append(asItIs ? String.valueOf(character) : escaped(character, '\''));
        }
        return block.toString();
    }

    /** The name of an option, of a column or of a parameter, before a colon. */
    static String key(String name) {
        return PLAIN.matcher(name).matches() ? name : literal(name);
    }

    private static String quoted(String text, char quote) {
        StringBuilder quoted = new StringBuilder().append(quote);
        text.chars().forEach(character -> quoted.append(escaped((char) character, quote)));
        return quoted.append(quote).toString();
    }

    private static String escaped(char character, char quote) {
        if (character == quote) {
            return "\\" + quote;
        }
        return switch (character) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isSeen(character) ? String.valueOf(character) : String.format("\\u%04x", (int) character);
        };
    }

    private static boolean isSeen(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != '\ufeff';
        };
    }
}
