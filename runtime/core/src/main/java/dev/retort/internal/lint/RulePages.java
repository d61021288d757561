package dev.retort.internal.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The manual's sections about the rules. */
public final class RulePages {

    private static final String SECTION = "### ";

    private RulePages() {}

    /** All of them, as Markdown. */
    public static String all() {
        try (InputStream pages = Objects.requireNonNull(RulePages.class.getResourceAsStream("rules.md"))) {
            return new String(pages.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource rules.md cannot be read", unreadable);
        }
    }

    /** The section of one rule, with its title. */
    public static Optional<String> of(String rule) {
        String all = "\n" + all();
        String title = "\n" + SECTION + rule + "\n";
        int start = all.indexOf(title);
        if (start < 0) {
            return Optional.empty();
        }
        int next = all.indexOf("\n" + SECTION, start + 1);
        int chapter = all.indexOf("\n## ", start + 1);
        int end = Math.min(next < 0 ? all.length() : next, chapter < 0 ? all.length() : chapter);
        return Optional.of(all.substring(start + 1, end).strip() + "\n");
    }
}
