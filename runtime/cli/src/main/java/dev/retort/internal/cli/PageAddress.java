package dev.retort.internal.cli;

import java.util.Map;

/** Where the page about a topic is, on the site of the documentation. */
final class PageAddress {

    /** The page and its section; what is not here is a rule of {@code lint}, which has a section of its own. */
    private static final Map<String, String> SECTIONS = Map.of(
            "role", "security.html#the-role-on-postgresql",
            "words", "operations.html",
            "rules", "lint.html",
            "exit-codes", "running.html#exit-codes",
            "errors", "json.html#errors");

    private PageAddress() {}

    /** At the end of a text about a topic; the text alone where no build has said where the site is. */
    static String addedTo(String text, String topic) {
        return addedTo(text, topic, BuildText.of("documentation.txt"));
    }

    static String addedTo(String text, String topic, String site) {
        if (site.isBlank()) {
            return text;
        }
        String folder = site.replaceAll("/+$", "") + "/docs/";
        return text.stripTrailing() + "\n\n" + folder + SECTIONS.getOrDefault(topic, "lint.html#" + topic);
    }
}
