package dev.retort.internal.drawing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a picture is written as. */
public enum DrawnFormat {
    /** One page, with everything. */
    HTML,
    /** The revisions and the tables, for other pages. */
    SVG,
    /** Markdown with two diagrams of Mermaid, which GitHub and others draw. */
    MERMAID,
    /** For Graphviz. */
    DOT;

    /** As it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DrawnFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
