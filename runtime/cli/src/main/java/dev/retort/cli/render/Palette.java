package dev.retort.cli.render;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The colours of the output.
 *
 * @param on false for a file, a pipe, and whoever does not want them
 */
public record Palette(boolean on) {

    /** No colours at all. */
    public static final Palette PLAIN = new Palette(false);

    String revision(String text) {
        return paint(text, Style.fg_yellow);
    }

    String marker(String text) {
        return paint(text, Style.fg_cyan);
    }

    String current(String text) {
        return paint(text, Style.bold, Style.fg_green);
    }

    /** A line of a unified diff. */
    String change(String line) {
        if (line.startsWith("+")) {
            return paint(line, Style.fg_green);
        }
        return line.startsWith("-") ? paint(line, Style.fg_red) : line;
    }

    /** For {@code error:}. */
    public String error(String text) {
        return paint(text, Style.bold, Style.fg_red);
    }

    /** For {@code warning:}. */
    public String warning(String text) {
        return paint(text, Style.bold, Style.fg_yellow);
    }

    /** For the help texts, which picocli paints. */
    public Ansi ansi() {
        return on ? Ansi.ON : Ansi.OFF;
    }

    private String paint(String text, IStyle... styles) {
        return on ? Style.on(styles) + text + Style.off(styles) : text;
    }
}
