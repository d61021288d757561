package dev.retort.cli.config;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
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

    /** What some 450 lines without a setting, one behind another, make: a fifth of a second. */
    private static final long MOST_EFFORT = 30_000_000;

    /** Of more than a character or two: brackets tell what is wrong, and nothing else. */
    private static final Pattern QUOTED_WORD = Pattern.compile("(?s)Unexpected '...+'(?=, expected|$)");

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
        String text = text(path, name);
        refuseIdleLines(text, name);
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new RetortException(
                    RetortException.Kind.USAGE,
                    toml.errors().stream()
                            .map(error -> Problem.at(
                                    new Location(
                                            name,
                                            error.position().line(),
                                            error.position().column()),
                                    sentence(error)))
                            .toList());
        }
        return new TomlSettings(name, problems).file(path, toml);
    }

    /** The parser's time grows with the cube of the lines in a row that hold nothing: seconds for a thousand of them. */
    private static void refuseIdleLines(String text, String name) {
        long effort = 0;
        long inARow = 0;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            inARow = line.isBlank() || line.stripLeading().startsWith("#") ? inARow + 1 : 0;
            effort += inARow * inARow;
            if (effort > MOST_EFFORT) {
                throw new RetortException(
                        RetortException.Kind.USAGE,
                        List.of(Problem.at(
                                        new Location(name, number, 1),
                                        "Hundreds of empty lines and comments in a row, up to this one, cannot be"
                                                + " read.")
                                .withHint("Take some of them out.")));
            }
        }
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

    /** What the parser quotes may be a piece of the password, once a quote is missing somewhere. */
    private static String sentence(TomlParseError error) {
        String message = String.valueOf(error.getMessage());
        return sentence(QUOTED_WORD.matcher(message).replaceFirst("Unexpected text"));
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
