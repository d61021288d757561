package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.Retort;
import dev.retort.RetortException;
import dev.retort.internal.cli.render.JsonDocuments;
import dev.retort.internal.cli.render.TextColumns;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.sandbox.ScriptWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Print a page about what a message names, or what an exit code or a kind of error means.",
        footer = {
            "",
            "Examples:",
            "  retort explain                     which pages there are",
            "  retort explain role                a role that is enough for migrations",
            "  retort explain 3                   what an exit code means",
            "  retort explain check-scans         a rule of retort lint",
            "  retort explain MultipleHeads       what a kind of error means, as --json names it"
        })
final class ExplainCommand implements Action {

    private static final String WORDS = "words";

    private static final String RULES = "rules";

    private static final Map<String, String> TOPICS = topics();

    @Parameters(
            arity = "0..1",
            paramLabel = "TOPIC",
            completionCandidates = Topics.class,
            converter = Positional.class,
            description = "A page, an exit code, a rule, or a kind of error. Without it: lists the pages.")
    @Nullable
    String topic;

    /** For those who complete the name of a page. */
    static final class Topics implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return TOPICS.keySet().iterator();
        }
    }

    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("role", "a role of PostgreSQL that is enough for migrations");
        topics.put(WORDS, "the words of the language");
        topics.put(RULES, "what retort lint looks for");
        topics.put("exit-codes", "what the program ends with");
        topics.put("errors", "the kinds of errors in JSON documents");
        return topics;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        boolean json = invocation.json();
        if (topic == null) {
            invocation.console().result(json ? JsonDocuments.described("topics", TOPICS) : TextColumns.table(TOPICS));
        } else {
            String text = text(topic);
            invocation.console().result(json ? JsonDocuments.page(topic, text) : text);
        }
        return ExitCode.DONE;
    }

    private static String text(String topic) {
        if (topic.equals(WORDS)) {
            return PageAddress.addedTo(words(), WORDS);
        }
        if (topic.equals(RULES)) {
            return PageAddress.addedTo(TextColumns.table(rules()), RULES);
        }
        if (TOPICS.containsKey(topic)) {
            return PageAddress.addedTo(page(topic), topic);
        }
        Optional<String> rule = Retort.explainLintRule(topic);
        if (rule.isPresent()) {
            return PageAddress.addedTo(unlinked(rule.get()), topic);
        }
        return Stream.of("exit-codes", "errors")
                .flatMap(page -> row(page(page), topic).map(text -> PageAddress.addedTo(text, page)).stream())
                .findFirst()
                .orElseThrow(() -> unknown(topic));
    }

    private static String words() {
        return ScriptWords.byPlace().entrySet().stream()
                .map(place -> capitalized(place.getKey()) + ":\n  " + String.join("\n  ", place.getValue()) + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** What a table says about a word of its first column. */
    private static Optional<String> row(String page, String word) {
        return page.lines()
                .dropWhile(line -> !line.startsWith("| ---"))
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .filter(cells -> List.of(cells[1].replace("`", "").split(", ")).contains(word))
                .map(cells -> word + ": " + cells[2] + ".")
                .findFirst();
    }

    private static RetortException unknown(String topic) {
        return new RetortException(
                RetortException.Kind.USAGE,
                Problem.of("There is no page about \"" + topic + "\".")
                        .withHint(Suggestion.didYouMean(topic, topicsAndRules())
                                .orElse("The pages are listed by: retort explain")));
    }

    private static List<String> topicsAndRules() {
        return Stream.concat(TOPICS.keySet().stream(), rules().keySet().stream())
                .toList();
    }

    private static String page(String topic) {
        String name = "explain/" + topic + ".md";
        try (InputStream page = Objects.requireNonNull(ExplainCommand.class.getResourceAsStream(name), name)) {
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return unlinked(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", unreadable);
        }
    }

    private static String unlinked(String text) {
        return text.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        Retort.lintRules().forEach(rule -> rules.put(rule.id(), rule.why()));
        return rules;
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
