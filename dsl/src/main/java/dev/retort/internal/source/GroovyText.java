package dev.retort.internal.source;

import java.util.Collection;
import java.util.stream.Collectors;

/** Spells values as a script does. */
final class GroovyText {

    private GroovyText() {}

    /**
     * A text in single quotes, in which {@code $} means nothing. What cannot be seen is escaped, so that what is read
     * is what is there.
     */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.chars().forEach(character -> literal.append(escaped((char) character)));
        return literal.append('\'').toString();
    }

    static String literals(Collection<String> texts) {
        return texts.stream().map(GroovyText::literal).collect(Collectors.joining(", "));
    }

    private static String escaped(char character) {
        return switch (character) {
            case '\'' -> "\\'";
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
