package dev.retort.internal.dialect.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts in dollar quotes, and the blocks of PL/pgSQL that stand in for clauses the server's SQL lacks. */
final class Blocks {

    private Blocks() {}

    /** The text in quotes that it cannot end. */
    static String dollarQuoted(String text, String word) {
        String tag = "$$";
        // A text that ends in a part of the tag would end the quotes early, too.
        for (int i = 0; (text + tag).indexOf(tag) < text.length(); i++) {
            tag = "$" + word + (i == 0 ? "" : i) + "$";
        }
        return tag + text + tag;
    }

    static String of(String block) {
        return "DO " + dollarQuoted(block, "retort");
    }

    /** The statement, which does nothing where the condition is raised. */
    static String unless(String condition, String sql) {
        return of(" BEGIN " + sql + "; EXCEPTION WHEN " + condition + " THEN NULL; END ");
    }

    /** The text of a file that is kept beside this class. */
    static String resource(String name) {
        try (InputStream stream = Blocks.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
