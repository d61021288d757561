package dev.retort.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the build writes into a resource from a property of its own. */
final class BuildText {

    private BuildText() {}

    /** Blank where the property is, and where no build has written anything. */
    static String of(String resource) {
        try (InputStream file = BuildText.class.getResourceAsStream(resource)) {
            String text = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            // As it is in the sources, where no build has filled it in.
            return text.startsWith("${") ? "" : text;
        } catch (IOException e) {
            return "";
        }
    }
}
