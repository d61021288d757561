package dev.retort.internal.configuration;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.configuration.SettingTable.Entry;
import java.util.List;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads a text in TOML: what is plain by {@link PlainToml}, and all else, what is wrong too, by the library. */
final class TomlText {

    /** What some 450 lines without a setting, one after another, need: a fifth of a second. */
    private static final long MOST_EFFORT = 30_000_000;

    /** Of more than a character or two: brackets show what is wrong, and nothing else. */
    private static final Pattern QUOTED_WORD = Pattern.compile("(?s)Unexpected '...+'(?=, expected|$)");

    private TomlText() {}

    /**
     * @param name of the file, for messages
     * @throws RetortException with all that is wrong
     */
    static SettingTable read(String text, String name) {
        return PlainToml.read(text).orElseGet(() -> byLibrary(text, name));
    }

    static SettingTable byLibrary(String text, String name) {
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
        return table(toml);
    }

    private static SettingTable table(TomlTable toml) {
        SettingTable table = new SettingTable();
        for (String key : toml.keySet()) {
            // By the list form of the key: the other form would take a dot in it for a path.
            List<String> path = List.of(key);
            Object value = toml.get(path);
            TomlPosition position = toml.inputPositionOf(path);
            if (value != null) {
                table.add(
                        key,
                        position == null
                                ? new Entry(plain(value), 0, 0)
                                : new Entry(plain(value), position.line(), position.column()));
            }
        }
        return table;
    }

    private static Object plain(Object value) {
        if (value instanceof TomlTable table) {
            return table(table);
        }
        return value instanceof TomlArray array ? array.toList() : value;
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

    /** What the parser quotes may be a piece of the password, once a quote is missing somewhere. */
    private static String sentence(TomlParseError error) {
        String message = String.valueOf(error.getMessage());
        return sentence(QUOTED_WORD.matcher(message).replaceFirst("Unexpected text"));
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
