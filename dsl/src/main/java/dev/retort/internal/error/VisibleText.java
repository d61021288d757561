package dev.retort.internal.error;

/**
 * Text of others on its way to a terminal, the log or the history. What would move the cursor, change colours or the
 * direction of writing, or hide something, is shown as it would be written in a string ({@code \u001b}); so nothing looks
 * like a line of Retort's own.
 */
public final class VisibleText {

    private VisibleText() {}

    /** The text in one line. */
    public static String line(String text) {
        return visible(text, false);
    }

    /** The text with its line feeds. */
    public static String lines(String text) {
        return visible(text, true);
    }

    /** The text with its line feeds, after which each line is indented: none begins where Retort's own do. */
    public static String paragraph(String text) {
        return lines(text).replace("\n", "\n  ");
    }

    private static String visible(String text, boolean lineFeeds) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int[] points =
                text.replace("\r\n", lineFeeds ? "\n" : "\r\n").codePoints().toArray();
        for (int point : points) {
            if (isPlain(point) || (lineFeeds && (point == '\n' || point == '\t'))) {
                shown.appendCodePoint(point);
            } else {
                shown.append(escaped(point));
            }
        }
        return shown.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> joins(point);
            default -> true;
        };
    }

    /** What words of some languages and emoji are put together with. */
    private static boolean joins(int point) {
        return point == 0x200c || point == 0x200d;
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> hexadecimal(point);
        };
    }

    private static String hexadecimal(int point) {
        StringBuilder text = new StringBuilder();
        for (char c : Character.toChars(point)) {
            text.append(String.format("\\u%04x", (int) c));
        }
        return text.toString();
    }
}
