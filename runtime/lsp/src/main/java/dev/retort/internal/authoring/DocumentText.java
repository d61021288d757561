package dev.retort.internal.authoring;

import dev.retort.Location;
import java.util.Arrays;

/** A text, and where its lines begin, whichever line ends it uses. What leads beyond the text means its nearest place. */
public final class DocumentText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int[] starts;

    /** A mark at its beginning becomes a blank, so that no other place changes. */
    public DocumentText(String text) {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        this.text = marked ? " " + text.substring(1) : text;
        this.starts = starts(text);
    }

    private static int[] starts(String text) {
        int[] starts = new int[text.length() + 1];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && !text.startsWith("\n", i + 1)) {
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String text() {
        return text;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public int length() {
        return text.length();
    }

    public int offset(Position position) {
        if (position.line() < 0) {
            return 0;
        }
        if (position.line() >= starts.length) {
            return text.length();
        }
        Span line = line(position.line());
        return Math.min(line.start() + Math.max(0, position.character()), line.end());
    }

    public Position position(int offset) {
        int place = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(starts, place);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, place - starts[line]);
    }

    /** With other characters in the place of a part of it. */
    public DocumentText with(Span span, String replacement) {
        return new DocumentText(text.substring(0, span.start()) + replacement + text.substring(span.end()));
    }

    /** Where a message is about, whose columns count characters of Unicode. */
    public int offset(Location location) {
        if (location.line() < 1) {
            return 0;
        }
        if (location.line() > starts.length) {
            return text.length();
        }
        Span line = line(location.line() - 1);
        int most = text.codePointCount(line.start(), line.end());
        return text.offsetByCodePoints(line.start(), Math.min(Math.max(0, location.column() - 1), most));
    }

    /** A line without its end; the first is 0. */
    Span line(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        while (end > starts[line] && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return new Span(starts[line], end);
    }

    /** A line without the blanks around what is in it. */
    Span inLine(int line) {
        Span whole = line(line);
        int start = whole.start();
        int end = whole.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
