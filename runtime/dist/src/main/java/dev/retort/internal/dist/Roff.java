package dev.retort.internal.dist;

import java.util.List;

/** Text in the language of man(7), a request or a piece of text to a line. */
final class Roff {

    /** Readers of pages complain of longer lines. */
    private static final int WIDTH = 76;

    private static final char LAST_ASCII = 126;

    private final StringBuilder text = new StringBuilder();

    /** A request or a macro with its arguments, each in quotes. */
    Roff macro(String name, String... arguments) {
        text.append('.').append(name);
        for (String argument : arguments) {
            text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        text.append('\n');
        return this;
    }

    /** A line as it is: a request, or text with its escapes. */
    Roff line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** A line that begins as a request does is none. */
    private void textLine(String line) {
        line((line.startsWith(".") ? "\\&" : "") + line);
    }

    /** Running text: a sentence begins a line, and a line ends between words. */
    Roff prose(String prose) {
        for (String sentence : prose.strip().split("(?<=[.?])\\s+(?=\\p{Lu})")) {
            StringBuilder line = new StringBuilder();
            for (String word : sentence.split("\\s+")) {
                if (line.length() > 0 && line.length() + word.length() >= WIDTH) {
                    textLine(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() > 0 ? " " : "").append(escaped(word));
            }
            textLine(line.toString());
        }
        return this;
    }

    /** Lines as they are typed. */
    Roff example(List<String> lines) {
        macro("EX");
        lines.forEach(line -> textLine(escaped(line)));
        return macro("EE");
    }

    /** In bold letters, or with {@code I} in slanted ones. */
    static String font(String font, String word) {
        return "\\f" + font + escaped(word) + "\\fR";
    }

    /** A hyphen that is typed is another one than that of a word, and there may be nothing but ASCII. */
    static String escaped(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (point == '\\') {
                escaped.append("\\e");
            } else if (point == '-') {
                escaped.append("\\-");
            } else if (point == '\'') {
                escaped.append("\\(aq");
            } else if (point == '`' || point == '^' || point == '~') {
                escaped.append(point == '`' ? "\\(ga" : point == '^' ? "\\(ha" : "\\(ti");
            } else if (point > LAST_ASCII) {
                escaped.append(String.format("\\[u%04X]", point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
