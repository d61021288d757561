package dev.retort.internal.picture;

import dev.retort.internal.error.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that are well-formed as HTML and as XML. All text and all values of attributes are escaped here, and
 * nowhere else, so that no caller can forget it; what the two cannot hold is shown as {@code \}{@code u001b}.
 */
final class Markup {

    /** Those that HTML knows to be empty; it would take {@code <p/>} for the beginning of one. */
    private static final String VOID = " meta br hr ";

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    Markup open(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** The same with a line's end, so that the file can be read and compared. */
    Markup closeLine() {
        close();
        out.append('\n');
        return this;
    }

    Markup empty(String name, String... attributes) {
        tag(name, attributes);
        out.append(VOID.contains(" " + name + " ") || isDrawing() ? "/>" : "></" + name + ">");
        return this;
    }

    Markup leaf(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** In one line. */
    Markup text(String text) {
        out.append(escaped(VisibleText.line(text)));
        return this;
    }

    /** With its line feeds. */
    Markup lines(String text) {
        out.append(escaped(VisibleText.lines(text)));
        return this;
    }

    /** What is ours, and holds nothing of anybody else. */
    Markup trusted(String markup) {
        out.append(markup);
        return this;
    }

    private boolean isDrawing() {
        return open.contains("svg");
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(VisibleText.line(attributes[i + 1]))).append('"');
        }
    }

    /** What is between tags, or between quotation marks. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + text.length() / 8);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : '\ufffd');
            }
        });
        return escaped.toString();
    }

    /** A text in one line, without what no file of text can hold. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        VisibleText.line(text)
                .codePoints()
                .forEach(character -> line.appendCodePoint(isAllowed(character) ? character : '\ufffd'));
        return line.toString();
    }

    /** In XML 1.0; half a pair of surrogates is no character. */
    private static boolean isAllowed(int character) {
        return character == '\n'
                || character == '\t'
                || (character >= ' ' && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE))
                        && character != 0xfffe
                        && character != 0xffff;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
