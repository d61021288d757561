package dev.retort.internal.cli;

import dev.retort.internal.cli.render.DisplayWidth;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The last line of a terminal: whatever else is printed takes its place, and it comes again below. */
final class StatusLine {

    private final PrintStream terminal;
    private int shown;
    private boolean atLineStart = true;

    StatusLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** For everything that is printed where the line may be. */
    PrintStream others() {
        return new PrintStream(new Others(), true, StandardCharsets.UTF_8);
    }

    /** Replaces what is shown; not in the middle of a line of others, but the next time. */
    synchronized void show(String text) {
        if (atLineStart) {
            int width = DisplayWidth.of(text);
            String rest = " ".repeat(Math.max(0, shown - width));
            terminal.print("\r" + text + rest);
            terminal.flush();
            shown = width;
        }
    }

    /** Leaves nothing of it. Blanks, as not every terminal knows more. */
    synchronized void clear() {
        if (shown > 0) {
            terminal.print("\r" + " ".repeat(shown) + "\r");
            terminal.flush();
            shown = 0;
        }
    }

    private synchronized void print(byte[] bytes, int offset, int length) {
        if (length > 0) {
            clear();
            terminal.write(bytes, offset, length);
            atLineStart = bytes[offset + length - 1] == '\n';
        }
    }

    private final class Others extends OutputStream {

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            print(bytes, offset, length);
        }

        @Override
        public void flush() {
            terminal.flush();
        }
    }
}
