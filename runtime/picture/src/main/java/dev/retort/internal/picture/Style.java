package dev.retort.internal.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The rules that both the page and the file of SVG have within them. */
final class Style {

    private Style() {}

    static String text() {
        try (InputStream rules = Objects.requireNonNull(Style.class.getResourceAsStream("picture.css"))) {
            return new String(rules.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
