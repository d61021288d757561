package dev.retort.internal.sandbox.verify;

import dev.retort.Location;
import dev.retort.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a script may not do in words for its author, from the table {@code refusals.txt}. */
final class Wording {

    private record Words(String sentence, @Nullable String hint) {}

    private final Map<String, Words> table;

    private Wording(Map<String, Words> table) {
        this.table = table;
    }

    static Wording load() {
        Map<String, Words> table = new LinkedHashMap<>();
        for (String line : lines("refusals.txt")) {
            List<String> parts = List.of(line.split("\\|", -1));
            Words words = new Words(
                    parts.get(1).strip(), parts.size() > 2 ? parts.get(2).strip() : null);
            for (String key : parts.get(0).strip().split("\\s+", -1)) {
                table.put(key, words);
            }
        }
        return new Wording(table);
    }

    /** The lines of a resource that are neither blank nor comments. */
    static List<String> lines(String resource) {
        try (InputStream in = AllowList.class.getResourceAsStream("/dev/retort/internal/sandbox/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for the member, else for any owner's member of the name, else for the class, else for its package. */
    Problem problem(Location location, Violation violation) {
        Refused refused = violation.refused();
        String key = refused.key();
        Words words = table.get(key);
        int dot = key.lastIndexOf('.');
        if (words == null && dot > 0) {
            words = table.get("*" + key.substring(dot));
        }
        while (words == null && dot > 0) {
            words = table.get(key.substring(0, dot));
            words = words == null ? table.get(key.substring(0, dot) + ".*") : words;
            dot = key.lastIndexOf('.', dot - 1);
        }
        if (words == null) {
            return Problem.at(location, refused.sentence());
        }
        return new Problem(location, words.sentence(), words.hint());
    }
}
