package dev.retort.internal.cli.render;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes: 漢字 and emoji take two each, an accent of its own none. */
public final class DisplayWidth {

    private static final String CUT = "…";

    private DisplayWidth() {}

    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The beginning of a text that is longer, so marked. */
    static String cut(String text, int width) {
        if (text.length() <= width && of(text) <= width) {
            return text;
        }
        int end = 0;
        int taken = of(CUT);
        while (end < text.length() && taken + of(text.codePointAt(end)) <= width) {
            taken += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return end == text.length() ? text : text.substring(0, end) + CUT;
    }

    /** What moves the cursor, or is not shown, takes none. */
    private static int of(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
