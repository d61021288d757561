package dev.retort.internal.configuration;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code retort.toml} as it is written.
 *
 * @param settings those that count for every environment
 * @param environments the tables {@code [env.NAME]}, whose settings come before the others
 * @param defaultEnvironment the one to use when none is named; null when the file does not say
 */
record ConfigurationFile(
        Path path,
        Map<Setting, Value> settings,
        Map<String, Map<Setting, Value>> environments,
        @Nullable Value defaultEnvironment) {

    static final String NAME = "retort.toml";

    /** The nearest configuration file, going up from the folder. */
    static Optional<Path> nearest(Path folder) {
        for (Path here = folder.toAbsolutePath().normalize(); here != null; here = here.getParent()) {
            Path candidate = here.resolve(NAME);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    static ConfigurationFile read(Path path, Problems problems) {
        String name = problems.nameOf(path);
        return new TomlSettings(name, problems).file(path, TomlText.read(text(path, name), name));
    }

    private static String text(Path path, String name) {
        try {
            String text = Files.readString(path);
            // Some editors put a byte order mark first, which is no part of the text.
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException unreadable) {
            throw new RetortException(
                    RetortException.Kind.USAGE, List.of(unreadable(path, Location.of(name), unreadable)), unreadable);
        }
    }

    private static Problem unreadable(Path path, Location location, IOException why) {
        if (Files.isDirectory(path)) {
            return Problem.at(location, "This is a folder, not a configuration file.")
                    .withHint("Name the file in it.");
        }
        if (!Files.exists(path)) {
            return Problem.at(location, "The configuration file does not exist.")
                    .withHint("Type: retort init");
        }
        if (why instanceof CharacterCodingException) {
            return Problem.at(location, "The configuration file is not in UTF-8.")
                    .withHint("Save it as UTF-8.");
        }
        return Problem.at(location, "The configuration file cannot be read.").withHint("Check its permissions.");
    }
}
