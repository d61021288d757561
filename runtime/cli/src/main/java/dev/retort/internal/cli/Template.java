package dev.retort.internal.cli;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What {@code init} can start from: a configuration file and a text for new revisions. */
enum Template {
    GENERIC("One database; its URL in retort.toml or in DATABASE_URL."),
    ENVIRONMENTS("Environments: SQLite for development, PostgreSQL for tests and production.");

    private final String description;

    Template(String description) {
        this.description = description;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(template -> descriptions.put(template.label(), template.description));
        return descriptions;
    }

    static Template named(String name) {
        return Arrays.stream(values())
                .filter(template -> template.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        RetortException.Kind.USAGE,
                        Problem.of("There is no template \"" + name + "\".")
                                .withHint(Suggestion.didYouMean(
                                                name, descriptions().keySet())
                                        .orElse("Type: retort list-templates"))));
    }

    /** @param migrations the folder as the file should name it */
    String configuration(String migrations) {
        String quoted = migrations.replace("\\", "/").replace("\"", "\\\"");
        return resource(label() + ".toml").replace("@migrations@", quoted);
    }

    String revision() {
        return resource("revision.template");
    }

    static String resource(String name) {
        try (InputStream stream = Template.class.getResourceAsStream("templates/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource templates/" + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource templates/" + name + " cannot be read", unreadable);
        }
    }
}
