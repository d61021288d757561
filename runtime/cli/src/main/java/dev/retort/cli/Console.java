package dev.retort.cli;

import dev.retort.cli.config.Secrets;
import dev.retort.cli.render.Palette;
import dev.retort.cli.render.RevisionText;
import dev.retort.error.Problem;
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
            err.println(Secrets.mask(sentence));
        }
    }

    /** Asks, also whoever wants quiet; the answer comes on the same line. */
    void question(String text) {
        err.print(Secrets.mask(text));
        err.flush();
    }

    void warning(String sentence) {
        err.println(errPalette.warning("warning:") + " " + Secrets.mask(sentence));
    }

    void problem(Problem problem) {
        err.println(errPalette.error("error:") + " " + Secrets.mask(problem.toString()));
    }

    /** A bug of ours, for the report. */
    void bug(String trace) {
        err.println(errPalette.error("error:") + " This is a bug in Retort. Please report it with the text below.");
        err.println(Secrets.mask(trace.stripTrailing()));
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
