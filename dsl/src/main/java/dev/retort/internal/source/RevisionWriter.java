package dev.retort.internal.source;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.source.RevisionBody.Descriptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the script of a new revision from a template. In the template, <code>{{header}}</code> stands for the
 * statements of the header, and <code>{{revision}}</code>, <code>{{message}}</code> and <code>{{created}}</code> for
 * the bare words, on one line, as comments want them. <code>{{body}}</code> stands for the closures; in a template without
 * it, they are in the place of the empty closures that it has.
 */
public final class RevisionWriter {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final String BODY = "body";

    /** As {@link #defaultTemplate()} has them. */
    private static final Pattern EMPTY_CLOSURES =
            Pattern.compile("(?m)^upgrade(|\\(.*\\)) *\\{\\s*}\\s*^downgrade(|\\(.*\\)) *\\{\\s*}");

    private static final int WORD_WIDTH = "downRevision".length();

    private final String template;

    /** With the template that comes with Retort. */
    public RevisionWriter() {
        this(defaultTemplate());
    }

    public RevisionWriter(String template) {
        this.template = template;
    }

    /** The template that comes with Retort, to start one's own from. */
    static String defaultTemplate() {
        try (InputStream resource = RevisionWriter.class.getResourceAsStream("revision.groovy.template")) {
            if (resource == null) {
                throw new IllegalStateException("the template of revisions is missing from the jar");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the template of revisions cannot be read", e);
        }
    }

    /** The text of the script, with empty closures, or whatever else the template has. */
    public String write(NewRevision revision) {
        return filled(template, revision, RevisionBody.EMPTY.text(new OperationWriter(), Descriptions.NONE));
    }

    /**
     * The text of the script, with these closures.
     *
     * @throws OperationNotWritable where the language has no words for an operation
     * @throws RetortException of the kind USAGE where the template has no place for the closures
     */
    public String write(NewRevision revision, RevisionBody body, OperationWriter writer) {
        if (TOKEN.matcher(template).results().anyMatch(token -> token.group(1).equals(BODY))) {
            return filled(template, revision, body.text(writer, Descriptions.NONE));
        }
        // A template that was written before there was a token for them has the closures themselves.
        Matcher closures = EMPTY_CLOSURES.matcher(template);
        if (!closures.find()) {
            Problem problem = Problem.of("The template of revisions has no place for the changes.")
                    .withHint("Write {{body}} where upgrade and downgrade are to be.");
            throw new RetortException(RetortException.Kind.USAGE, problem);
        }
        String withToken =
                template.substring(0, closures.start()) + "{{" + BODY + "}}" + template.substring(closures.end());
        Descriptions descriptions = new Descriptions(closures.group(1), closures.group(2));
        return filled(withToken, revision, body.text(writer, descriptions));
    }

    private static String filled(String template, NewRevision revision, String body) {
        Map<String, String> values = new TreeMap<>(Map.of(
                BODY,
                body,
                "header",
                header(revision),
                "revision",
                line(revision.revision()),
                "message",
                line(revision.message() == null ? "" : revision.message()),
                "created",
                line(revision.created() == null ? "" : revision.created())));
        return TOKEN.matcher(template).replaceAll(token -> Matcher.quoteReplacement(value(token, values)));
    }

    private static String value(MatchResult token, Map<String, String> values) {
        String name = token.group(1);
        String value = values.get(name);
        if (value == null) {
            Problem problem = Problem.of("The template of revisions has a token \"" + name + "\" that is not known.")
                    .withHint(Suggestion.didYouMean(name, values.keySet())
                            .orElse("Its tokens are " + String.join(", ", values.keySet()) + "."));
            throw new RetortException(RetortException.Kind.USAGE, problem);
        }
        return value;
    }

    private static String header(NewRevision revision) {
        List<String> lines = new ArrayList<>();
        add(lines, "revision", List.of(revision.revision()));
        add(lines, "downRevision", revision.downRevisions());
        add(lines, "branchLabels", revision.branchLabels());
        add(lines, "dependsOn", revision.dependsOn());
        add(lines, "message", revision.message() == null ? List.of() : List.of(revision.message()));
        add(lines, "created", revision.created() == null ? List.of() : List.of(revision.created()));
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String word, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(word + " ".repeat(WORD_WIDTH - word.length() + 1) + GroovyText.literals(values));
        }
    }

    /** Fit for a comment: on one line, and without what would end it. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
                .replace("*/", "* /")
                .strip();
    }
}
