package dev.retort.internal.cli;

import dev.retort.Retort;
import dev.retort.RevisionView;
import dev.retort.internal.cli.render.HistoryDrawing;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.Strokes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "List the revisions, the newest first.",
        footer = {
            "",
            "Examples:",
            "  retort history                     all of them, a line each",
            "  retort history -v                  all there is to say about each",
            "  retort history -i                  mark where the database is",
            "  retort history --graph             draw the branches and where they meet",
            "  retort history --graph -i          with marks: \u25cb pending, \u25cf applied, \u25c9 current",
            "  retort history -r 4f1c:head        from one revision to another, both included",
            "  retort history -r -3:current       the last three that were applied"
        })
final class HistoryCommand implements Action {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "FROM:TO",
            description = "Only these, both ends included; either may be left out or be \"current\".")
    @Nullable
    String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database and mark where it is.")
    boolean indicateCurrent;

    @Option(
            names = "--graph",
            description =
                    "Draw the branches and merges. Only with -i is the database asked, and shown what is applied.")
    boolean graph;

    @Option(
            names = "--ascii",
            description = "Draw with plain characters, which is also done where the locale has no others.")
    boolean ascii;

    @Override
    public boolean hasLongForm() {
        return true;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Retort engine = invocation.engine();
        List<RevisionView> views = engine.history(range, indicateCurrent);
        if (invocation.json()) {
            invocation.console().result(JsonDocuments.revisions(views, indicateCurrent));
            return ExitCode.DONE;
        }
        if (graph) {
            invocation.console().result(drawing(invocation, engine, views));
            return ExitCode.DONE;
        }
        return Results.revisions(invocation, views, invocation.console().revisions()::historyLine);
    }

    private String drawing(Invocation invocation, Retort engine, List<RevisionView> views) {
        Function<RevisionView, Strokes.Mark> mark = view -> Strokes.Mark.UNKNOWN;
        if (indicateCurrent) {
            SortedSet<String> applied = engine.applied();
            mark = view -> mark(view, applied);
        }
        Function<RevisionView, Strokes.Mark> marked = mark;
        Function<RevisionView, String> text = invocation.verbose()
                ? view -> invocation.console().revisions().entry(view) + " "
                : invocation.console().revisions()::graphLine;
        List<HistoryDrawing.Node> nodes = views.stream()
                .map(view ->
                        new HistoryDrawing.Node(view.id(), view.downRevisions(), marked.apply(view), text.apply(view)))
                .toList();
        boolean plain = ascii || !hasLines(invocation.process().environment());
        return HistoryDrawing.of(nodes, plain ? Strokes.ASCII : Strokes.LINES);
    }

    private static Strokes.Mark mark(RevisionView view, SortedSet<String> applied) {
        if (view.current()) {
            return Strokes.Mark.CURRENT;
        }
        return applied.contains(view.id()) ? Strokes.Mark.APPLIED : Strokes.Mark.PENDING;
    }

    /** By the locale, where there is one: the first of these that is set is the one that counts. */
    static boolean hasLines(Map<String, String> environment) {
        if ("dumb".equals(environment.get("TERM"))) {
            return false;
        }
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
                .orElse(true);
    }
}
