package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.drawing.Artist;
import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnFormat;
import dev.retort.internal.error.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "picture",
        description = "Draw the revisions and the tables as one page.",
        footer = {
            "",
            "The page needs nothing but itself. It has the graph of the revisions with what is applied, pending or edited,",
            "who ran what, each script, and the tables of a schema with their keys; of two schemas, also what leads from",
            "one to the other. Where the database cannot be asked, the page says so and has the rest.",
            "",
            "Examples:",
            "  retort picture                          the tables that the scripts make, in retort-picture.html",
            "  retort picture 4f1c                     those at a revision",
            "  retort picture db --out schema.html     those that the database has",
            "  retort picture 4f1c head                what changes between two revisions",
            "  retort picture db head                  what an upgrade would change",
            "  retort picture --format mermaid --out - as text that GitHub draws, on standard output"
        })
final class PictureCommand implements Action {

    private static final String STANDARD_OUTPUT = "-";

    private static final int SIDES = 2;

    /** For those who complete a format. */
    static final class Formats extends ArrayList<String> {

        Formats() {
            super(Arrays.stream(DrawnFormat.values()).map(DrawnFormat::word).toList());
        }
    }

    @Parameters(
            arity = "0..2",
            paramLabel = "REV|URL|FILE|db",
            converter = Positional.class,
            description =
                    "A schema as the command schema takes it; the default is heads. Two: the difference from one to"
                            + " the other.")
    List<String> sources = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where to write it; - is standard output. Default: retort-picture and the ending of the format.")
    @Nullable
    String out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "html, svg, mermaid (Markdown with two diagrams) or dot (for Graphviz). Default: html.")
    String format = "html";

    @Override
    public ExitCode run(Invocation invocation) {
        DrawnFormat wanted = format();
        if (invocation.json()) {
            throw usage("A picture is no JSON.", "Leave --json out, or type: retort schema --json");
        } else if (sources.size() > SIDES) {
            throw usage("A picture compares two schemas, and no more.", "Name one of them, or two.");
        }
        Artist artist = Artist.hired();
        Drawing drawing = new DrawingSource(invocation).drawing(sources);
        String text = artist.draw(drawing, wanted);
        if (STANDARD_OUTPUT.equals(out)) {
            invocation.console().result(text.stripTrailing());
        } else {
            invocation.console().result(write(invocation, text, wanted));
        }
        return ExitCode.DONE;
    }

    private DrawnFormat format() {
        List<String> words = new Formats();
        return DrawnFormat.named(format)
                .orElseThrow(() -> usage(
                        "There is no format \"" + format + "\" of pictures; there are " + String.join(", ", words)
                                + ".",
                        Suggestion.didYouMean(format, words).orElse("Type: retort picture --help")));
    }

    /** @return the path, as the user would name it */
    private String write(Invocation invocation, String text, DrawnFormat wanted) {
        String name = out != null ? out : "retort-picture." + ending(wanted);
        try {
            Path file = invocation.process().workingDirectory().resolve(name);
            Files.writeString(file, text);
        } catch (IOException | InvalidPathException e) {
            throw new RetortException(
                    RetortException.Kind.FAILED,
                    List.of(Problem.of("The picture cannot be written to " + name + ".")
                            .withHint("Name a file in a folder that is there, and that you may write to: --out FILE")),
                    e);
        }
        return name;
    }

    private static String ending(DrawnFormat format) {
        return format == DrawnFormat.MERMAID ? "md" : format.word();
    }

    private static RetortException usage(String sentence, String hint) {
        return new RetortException(
                RetortException.Kind.USAGE, Problem.of(sentence).withHint(hint));
    }
}
