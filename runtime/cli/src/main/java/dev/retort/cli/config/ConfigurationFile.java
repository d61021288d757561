package dev.retort.cli.config;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

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
        TomlParseResult toml = parse(path, name);
        if (toml.hasErrors()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    toml.errors().stream()
                            .map(error -> Problem.at(
                                    new Location(
                                            name,
                                            error.position().line(),
                                            error.position().column()),
                                    sentence(String.valueOf(error.getMessage()))))
                            .toList());
        }
        return new TomlSettings(name, problems).file(path, toml);
    }

    private static TomlParseResult parse(Path path, String name) {
        try {
            return Toml.parse(path);
        } catch (IOException unreadable) {
            String why = Files.isDirectory(path)
                    ? "is a folder"
                    : Files.exists(path) ? "cannot be read (" + unreadable.getMessage() + ")" : "does not exist";
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    Problem.at(Location.of(name), "The configuration file " + why + ".")
                            .withHint("Type: retort init"));
        }
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
