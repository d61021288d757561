package dev.retort.internal.header;

import dev.retort.Location;
import java.util.Arrays;

/** Where the lines of a script begin, whichever line ends it uses. */
final class Lines {

    private final String file;
    private final String text;
    private final int[] starts;

    Lines(ScriptSource source) {
        this.file = source.file();
        this.text = source.text();
        this.starts = starts(text);
    }

    /** Columns are counted as Groovy's compiler counts them: a character that Java has two for is one. */
    Location locate(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Location(file, line + 1, text.codePointCount(starts[line], offset) + 1);
    }

    /** The offset at which a line begins; the first is 1. */
    int start(int line) {
        return starts[line - 1];
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (ends) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
