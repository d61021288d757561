package dev.retort.internal.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the manual's page about operations says of each word. */
final class Manual {

    private static final String SECTION = "### ";

    /** Sections that are about several types. */
    private static final String TYPES = "types";

    private static final String SERIAL = "serial";

    private final Map<String, String> sections = new LinkedHashMap<>();

    private Manual(String page) {
        String title = null;
        StringBuilder section = new StringBuilder();
        for (String line : page.lines().toList()) {
            if (line.startsWith("#")) {
                keep(title, section);
                section.setLength(0);
                title = line.startsWith(SECTION)
                        ? line.substring(SECTION.length()).strip()
                        : null;
            } else {
                section.append(line).append('\n');
            }
        }
        keep(title, section);
    }

    private void keep(@Nullable String title, StringBuilder section) {
        if (title != null) {
            sections.put(title, beforeSql(section.toString()).strip());
        }
    }

    /** What it says, and the example; not what SQL each database gets. */
    private static String beforeSql(String section) {
        int firstExample = section.indexOf("\n```\n");
        return firstExample < 0 ? section : section.substring(0, firstExample + 4);
    }

    static Manual read() {
        try (InputStream page = Objects.requireNonNull(Manual.class.getResourceAsStream("operations.md"))) {
            return new Manual(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the resource operations.md cannot be read", unreadable);
        }
    }

    /** Markdown: what the word does, with an example. */
    Optional<String> of(String word) {
        return Optional.ofNullable(sections.get(word));
    }

    /** The same for the type of a column. */
    Optional<String> ofType(String word) {
        return of(word).or(() -> of(word.endsWith(SERIAL) ? SERIAL : TYPES));
    }

    /** What the word does, without the example. */
    Optional<String> summary(String word) {
        return of(word).map(section -> section.contains("```") ? section.substring(0, section.indexOf("```")) : section)
                .map(String::strip);
    }
}
