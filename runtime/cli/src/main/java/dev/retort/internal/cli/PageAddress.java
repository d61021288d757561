package dev.retort.internal.cli;

import dev.retort.Retort;
import java.util.Map;
import java.util.Optional;

/** Where the page about a topic is, on the site of the documentation. */
final class PageAddress {

    /** The page and its section; what is not here is a rule of {@code lint}, which has a section of its own. */
    private static final Map<String, String> SECTIONS = Map.of(
            "role", "security.html#the-role-on-postgresql",
            "words", "operations.html",
            "rules", "lint.html",
            "exit-codes", "running.html#exit-codes",
            "errors", "json.html#errors");

    private static final String RESOURCE = "documentation.txt";

    private PageAddress() {}

    /** Of what a rule of {@code lint} or an error of a kind finds; empty where no build has said where the site is. */
    static Optional<String> ofCode(String code) {
        return ofCode(code, BuildText.of(RESOURCE));
    }

    static Optional<String> ofCode(String code, String site) {
        boolean rule = Retort.lintRules().stream().anyMatch(each -> each.id().equals(code));
        return site.isBlank() ? Optional.empty() : Optional.of(address(rule ? code : "errors", site));
    }

    /** At the end of a text about a topic; the text alone where no build has said where the site is. */
    static String addedTo(String text, String topic) {
        return addedTo(text, topic, BuildText.of(RESOURCE));
    }

    static String addedTo(String text, String topic, String site) {
        if (site.isBlank()) {
            return text;
        }
        return text.stripTrailing() + "\n\n" + address(topic, site);
    }

    private static String address(String topic, String site) {
        return site.replaceAll("/+$", "") + "/docs/" + SECTIONS.getOrDefault(topic, "lint.html#" + topic);
    }
}
