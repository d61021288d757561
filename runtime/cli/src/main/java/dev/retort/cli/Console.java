package dev.retort.cli;

import dev.retort.cli.config.Secrets;
import dev.retort.cli.render.Palette;
import dev.retort.cli.render.RevisionText;
import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.VisibleText;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints: results to standard output, everything else to standard error. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable StatusLine statusLine;
    private final Palette outPalette;
    private final Palette errPalette;
    private final boolean quiet;

    Console(Surroundings surroundings, GlobalOptions options) {
        this.out = surroundings.out();
        boolean dumb = "dumb".equals(surroundings.environment().get("TERM"));
        this.statusLine = surroundings.terminals().err() && !dumb ? new StatusLine(surroundings.err()) : null;
        this.err = statusLine == null ? surroundings.err() : statusLine.others();
        Colour colour = Colour.of(options.colour(), surroundings.environment());
        this.outPalette = new Palette(colour.isOn(surroundings.terminals().out()));
        this.errPalette = new Palette(colour.isOn(surroundings.terminals().err()));
        this.quiet = options.quiet;
    }

    /** What was asked for; a line end is added where there is none. */
    void result(String text) {
        out.print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
        out.flush();
    }

    /** Where what was asked for goes piece by piece; {@link #result} ends it. */
    Appendable results() {
        return out;
    }

    /** What is going on; not for whoever asked for quiet. */
    void progress(String sentence) {
        if (!quiet) {
            err.println(VisibleText.paragraph(Secrets.mask(sentence)));
        }
    }

    /** Asks, also whoever wants quiet; the answer comes on the same line. */
    void question(String text) {
        err.print(VisibleText.lines(Secrets.mask(text)));
        err.flush();
    }

    void warning(String sentence) {
        err.println(errPalette.warning("warning:") + " " + VisibleText.paragraph(Secrets.mask(sentence)));
    }

    void problem(Problem problem) {
        Problem shown = new Problem(
                problem.location() == null ? null : visible(problem.location()),
                VisibleText.paragraph(problem.sentence()),
                problem.hint() == null ? null : VisibleText.lines(problem.hint()));
        err.println(errPalette.error("error:") + " " + Secrets.mask(shown.toString()));
    }

    /** A bug of ours, for the report. */
    void bug(String trace) {
        err.println(errPalette.error("error:") + " This is a bug in Retort. Please report it with the text below.");
        err.println(VisibleText.lines(Secrets.mask(trace.stripTrailing())));
    }

    private static Location visible(Location location) {
        return new Location(VisibleText.line(location.file()), location.line(), location.column());
    }

    RevisionText revisions() {
        return new RevisionText(outPalette);
    }

    Palette palette() {
        return outPalette;
    }

    /** What goes on, where a person looks on and did not ask for quiet; null elsewhere. */
    @Nullable
    StatusLine statusLine() {
        return quiet ? null : statusLine;
    }

    PrintStream err() {
        return err;
    }
}
