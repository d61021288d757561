package dev.retort.internal.cli.render;

import dev.retort.internal.error.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The colours of the output.
 *
 * @param on false for a file, a pipe, and whoever does not want them
 */
public record Palette(boolean on) {

    /** To xterm, VTE and tmux a double underline, after which the text stays bold. */
    private static final String BOLD_OFF_OF_PICOCLI = Style.bold.off();

    private static final String BOLD_OFF = "\u001B[22m";

    /** No colours at all. */
    public static final Palette PLAIN = new Palette(false);

    String revision(String text) {
        return paint(VisibleText.line(text), Style.fg_yellow);
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

    /** The help text of a command. */
    public String help(CommandLine command) {
        return command.getUsageMessage(on ? Ansi.ON : Ansi.OFF).replace(BOLD_OFF_OF_PICOCLI, BOLD_OFF);
    }

    private String paint(String text, IStyle... styles) {
        String shown = VisibleText.paragraph(text);
        return on ? Style.on(styles) + shown + Style.reset.on() : shown;
    }
}
