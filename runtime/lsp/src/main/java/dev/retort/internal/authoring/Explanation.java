package dev.retort.internal.authoring;

import dev.retort.RevisionView;
import dev.retort.internal.sandbox.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Explains a word of a script, in Markdown. */
public final class Explanation {

    private final Workbench workbench;
    private final Manual manual = Manual.read();

    public Explanation(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * What is at a place.
     *
     * @param span of what is explained
     */
    public record Explained(Span span, String markdown) {}

    public Optional<Explained> at(Document document, int offset) {
        if (!workbench.isScript(document)) {
            return Optional.empty();
        }
        ScriptPlace place = workbench.place(document, offset);
        Token touched = place.touched();
        if (touched == null) {
            return Optional.empty();
        }
        Optional<String> text = switch (touched.kind()) {
            case NAME -> place.afterDot() ? Optional.empty() : name(document, place, touched);
            case TEXT -> revision(document, place, touched);
            default -> Optional.empty();
        };
        return text.map(markdown -> new Explained(touched.span(), markdown));
    }

    private Optional<String> name(Document document, ScriptPlace place, Token name) {
        ScriptCall call = place.call();
        if (call != null && isOption(document, name)) {
            return workbench.word(place, call.word()).flatMap(word -> option(word, name.value()));
        }
        Optional<Vocabulary.Word> word = workbench.word(place, name.value());
        boolean type = call != null && Vocabulary.types().contains(name.value());
        return type || word.isEmpty() ? Vocabulary.type(name.value()).map(this::type) : word.map(this::word);
    }

    private static boolean isOption(Document document, Token name) {
        List<Token> tokens = document.tokens();
        int next = tokens.indexOf(name) + 1;
        return next > 0 && next < tokens.size() && tokens.get(next).is(":");
    }

    private Optional<String> option(Vocabulary.Word word, String name) {
        Class<?> type = word.options().get(name);
        return type == null
                ? Optional.empty()
                : Optional.of("`" + name + ": " + typeName(type) + "`, an option of `" + word.name() + "`\n\n"
                        + manual.summary(word.name()).orElse(""));
    }

    private String word(Vocabulary.Word word) {
        String options = word.options().isEmpty()
                ? ""
                : "\n\nOptions: "
                        + word.options().entrySet().stream()
                                .map(option -> "`" + option.getKey() + "` (" + typeName(option.getValue()) + ")")
                                .collect(Collectors.joining(", "));
        return writings(word)
                + manual.of(word.name()).map(text -> "\n\n" + text).orElse("")
                + options;
    }

    private String type(Vocabulary.Word type) {
        return writings(type) + "\n\n" + manual.ofType(type.name()).orElse("");
    }

    private static String writings(Vocabulary.Word word) {
        return "```groovy\n" + String.join("\n", word.writings()) + "\n```";
    }

    private Optional<String> revision(Document document, ScriptPlace place, Token text) {
        return workbench.isReference(place)
                ? workbench
                        .project(document)
                        .flatMap(project -> project.chain().named(text.value()))
                        .map(Explanation::ofRevision)
                : Optional.empty();
    }

    /** What there is to know of a revision. */
    static String ofRevision(RevisionView revision) {
        StringBuilder text = new StringBuilder("**" + revision.id() + "** " + revision.message());
        if (revision.description() != null) {
            text.append("\n\n").append(revision.description());
        }
        text.append("\n\n").append(revision.file());
        if (!revision.downRevisions().isEmpty()) {
            text.append("\n\nFollows ").append(String.join(", ", revision.downRevisions()));
        }
        if (!revision.labels().isEmpty()) {
            text.append("\n\nBranch ").append(String.join(", ", revision.labels()));
        }
        return text.toString();
    }

    /** As an author would name it. */
    static String typeName(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Boolean" -> "true or false";
            case "String" -> "text";
            case "Integer", "Long" -> "whole number";
            case "List", "Collection" -> "list";
            case "Map" -> "map";
            case "ColumnType" -> "type";
            default -> "value";
        };
    }
}
