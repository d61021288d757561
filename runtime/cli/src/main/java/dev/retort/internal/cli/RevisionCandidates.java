package dev.retort.internal.cli;

import dev.retort.RevisionView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hidden command {@code __complete}, which the scripts of the shells ask for what a revision can be: a line for each,
 * with a tabulator and what it is. It reads headers only, and does without the parser, which takes longer than they do.
 */
final class RevisionCandidates implements Action {

    static final String COMMAND = "__complete";

    private static final String HEAD = "head";

    /** The options that name the configuration, of what was typed so far; all else is left alone. */
    static GlobalOptions options(String[] args) {
        GlobalOptions options = new GlobalOptions();
        List<String> words = Arrays.stream(args)
                .flatMap(word -> word.startsWith("--") ? Stream.of(word.split("=", 2)) : Stream.of(word))
                .toList();
        for (int at = 0; at + 1 < words.size(); at++) {
            String value = words.get(at + 1);
            switch (words.get(at)) {
                case "-c", "--config" -> options.config = value;
                case "--env" -> options.environment = value;
                case "--migrations" -> options.migrations.add(value);
                default -> {
                    continue;
                }
            }
            at++;
        }
        return options;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        List<RevisionView> revisions = invocation.engine().history(null, false);
        Stream<String> words = Stream.of(
                line(HEAD, heads(revisions)),
                line("heads", "all revisions that no other follows"),
                line("base", "before the first revision"));
        Stream<String> ids = revisions.stream().map(view -> line(view.id(), view.message()));
        invocation
                .console()
                .result(Stream.of(words, labels(revisions), ids)
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n")));
        return ExitCode.DONE;
    }

    /** A label names its branch; the end of it is what is meant most often. */
    private static Stream<String> labels(List<RevisionView> revisions) {
        Map<String, String> ends = new TreeMap<>();
        for (RevisionView view : revisions) {
            for (String label : view.labels()) {
                ends.merge(label, view.head() ? view.message() : "", (one, other) -> one.isEmpty() ? other : one);
            }
        }
        return ends.entrySet().stream().map(end -> line(end.getKey() + "@" + HEAD, end.getValue()));
    }

    private static String heads(List<RevisionView> revisions) {
        return revisions.stream()
                .filter(RevisionView::head)
                .map(view -> (view.id() + " " + view.message()).strip())
                .collect(Collectors.joining(", "));
    }

    private static String line(String word, String meaning) {
        return word + "\t" + meaning.lines().findFirst().orElse("");
    }
}
