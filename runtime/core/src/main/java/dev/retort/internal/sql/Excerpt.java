package dev.retort.internal.sql;

/** The beginning of a text that may be megabytes, for where it is read by people. */
public final class Excerpt {

    /** How much is shown of a message, and of a statement within one. */
    public static final int MESSAGE = 1000;

    private Excerpt() {}

    /** The text, or as much of it as a message may show. */
    public static String of(String text) {
        return of(text, MESSAGE);
    }

    /** The text, or its beginning and how much there is more. */
    public static String of(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest) + "… (" + (text.length() - longest) + " more characters)";
    }

    /** A window of a line around one of its characters. */
    public record Window(String text, int column) {}

    /** The line, or as much of it as there is room for, with a character of it at its new place. */
    public static Window around(String line, int column, int longest) {
        if (line.length() <= longest) {
            return new Window(line, column);
        }
        int start = Math.max(0, Math.min(column - longest / 2, line.length() - longest));
        int end = Math.min(line.length(), start + longest);
        String before = start > 0 ? "…" : "";
        return new Window(
                before + line.substring(start, end) + (end < line.length() ? "…" : ""),
                column - start + before.length());
    }
}
