package dev.retort.internal.cli;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.cli.render.Palette;
import dev.retort.internal.cli.render.RevisionText;
import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.error.VisibleText;
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

    Console(ProcessContext process, GlobalOptions options) {
        this.out = process.out();
        boolean dumb = "dumb".equals(process.environment().get("TERM"));
        this.statusLine = process.terminals().err() && !dumb ? new StatusLine(process.err()) : null;
        this.err = statusLine == null ? process.err() : statusLine.others();
        Colour colour = Colour.of(options.colour(), process.environment());
        this.outPalette = new Palette(colour.isOn(process.terminals().out()));
        this.errPalette = new Palette(colour.isOn(process.terminals().err()));
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
            err.println(VisibleText.paragraph(SecretSettings.mask(sentence)));
        }
    }

    /** Asks, also whoever wants quiet; the answer comes on the same line. */
    void question(String text) {
        err.print(VisibleText.lines(SecretSettings.mask(text)));
        err.flush();
    }

    void warning(String sentence) {
        err.println(errPalette.warning("warning:") + " " + VisibleText.paragraph(SecretSettings.mask(sentence)));
    }

    void problem(Problem problem) {
        Problem shown = new Problem(
                problem.location() == null ? null : visible(problem.location()),
                VisibleText.paragraph(problem.sentence()),
                problem.hint() == null ? null : VisibleText.lines(problem.hint()));
        err.println(errPalette.error("error:") + " " + SecretSettings.mask(shown.toString()));
    }

    /** A bug of ours, for the report. */
    void bug(String trace) {
        err.println(errPalette.error("error:") + " " + IssueAddress.request());
        err.println(VisibleText.lines(SecretSettings.mask(trace.stripTrailing())));
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
