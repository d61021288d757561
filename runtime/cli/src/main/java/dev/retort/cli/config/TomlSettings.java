package dev.retort.cli.config;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.Suggestion;
import dev.retort.script.NamingConvention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads settings out of a parsed file and notes every key and every type that is not right. */
final class TomlSettings {

    private static final String ENVIRONMENTS = "env";
    private static final String DEFAULT_ENVIRONMENT = "default_env";

    private final String name;
    private final Problems problems;

    TomlSettings(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    ConfigurationFile file(Path path, TomlTable toml) {
        Map<Setting, Value> settings = settings(toml, List.of(ENVIRONMENTS, DEFAULT_ENVIRONMENT));
        Map<String, Map<Setting, Value>> environments = environments(toml);
        return new ConfigurationFile(path, settings, environments, defaultEnvironment(toml));
    }

    private Map<String, Map<Setting, Value>> environments(TomlTable toml) {
        Map<String, Map<Setting, Value>> environments = new LinkedHashMap<>();
        Object tables = value(toml, ENVIRONMENTS);
        if (tables == null) {
            return environments;
        }
        if (!(tables instanceof TomlTable table)) {
            problems.add(Problem.at(location(toml, ENVIRONMENTS), "\"env\" must be a table.")
                    .withHint("Write a table [env.dev] for the environment dev, and "
                            + "default_env = \"dev\" to make it the default."));
            return environments;
        }
        for (String environment : sorted(table)) {
            if (value(table, environment) instanceof TomlTable settings) {
                environments.put(environment, settings(settings, List.of()));
            } else {
                problems.add(Problem.at(
                        location(table, environment), "\"env." + environment + "\" must be a table of settings."));
            }
        }
        return environments;
    }

    private @Nullable Value defaultEnvironment(TomlTable toml) {
        Object value = value(toml, DEFAULT_ENVIRONMENT);
        if (value == null) {
            return null;
        }
        Location location = location(toml, DEFAULT_ENVIRONMENT);
        if (value instanceof String text) {
            return new Value(List.of(text), Source.file(location));
        }
        problems.add(Problem.at(location, "\"default_env\" must be a string, the name of an environment."));
        return null;
    }

    private Map<Setting, Value> settings(TomlTable table, Collection<String> others) {
        Map<Setting, Value> settings = new EnumMap<>(Setting.class);
        for (String key : sorted(table)) {
            if (key.equals(Setting.NAMING)) {
                settings.putAll(naming(table));
                continue;
            }
            Optional<Setting> setting = key.contains(".") ? Optional.empty() : Setting.ofKey(key);
            if (setting.isPresent()) {
                parts(setting.get(), table, key)
                        .ifPresent(parts ->
                                settings.put(setting.get(), new Value(parts, Source.file(location(table, key)))));
            } else if (!others.contains(key)) {
                problems.add(unknown(key, location(table, key), others));
            }
        }
        return settings;
    }

    private Map<Setting, Value> naming(TomlTable table) {
        Map<Setting, Value> settings = new EnumMap<>(Setting.class);
        Location place = location(table, Setting.NAMING);
        if (!(value(table, Setting.NAMING) instanceof TomlTable convention)) {
            problems.add(Problem.at(place, "\"naming\" must be a table.")
                    .withHint("Write a table [naming] with the keys " + String.join(", ", NamingConvention.keys())
                            + "."));
            return settings;
        }
        for (String key : sorted(convention)) {
            Optional<Setting> setting = Setting.ofKey(Setting.NAMING + "." + key);
            Location location = location(convention, key);
            if (setting.isEmpty()) {
                problems.add(Problem.at(location, "A naming convention has no key \"" + key + "\".")
                        .withHint(Suggestion.didYouMean(key, NamingConvention.keys())
                                .orElse("Its keys are " + String.join(", ", NamingConvention.keys()) + ".")));
            } else {
                parts(setting.get(), convention, key)
                        .ifPresent(parts -> settings.put(setting.get(), new Value(parts, Source.file(location))));
            }
        }
        return settings;
    }

    private static Problem unknown(String key, Location location, Collection<String> others) {
        List<String> known = new ArrayList<>(Setting.topKeys());
        known.addAll(others);
        String hint = Suggestion.didYouMean(key, known).orElse("The keys are: " + String.join(", ", known) + ".");
        return Problem.at(location, "There is no setting \"" + key + "\".").withHint(hint);
    }

    private Optional<List<String>> parts(Setting setting, TomlTable table, String key) {
        Object value = value(table, key);
        if (value instanceof String text) {
            return Optional.of(List.of(text));
        }
        if ((setting.kind() == Kind.NUMBER || setting.kind() == Kind.DEPTH) && value instanceof Long number) {
            return Optional.of(List.of(number.toString()));
        }
        if (setting.kind() == Kind.FLAG && value instanceof Boolean flag) {
            return Optional.of(List.of(flag.toString()));
        }
        if (setting.kind() == Kind.PATHS && value instanceof TomlArray array && !array.isEmpty()) {
            List<Object> elements = array.toList();
            if (elements.stream().allMatch(String.class::isInstance)) {
                return Optional.of(elements.stream().map(String.class::cast).toList());
            }
        }
        problems.add(Problem.at(
                location(table, key),
                "\"" + setting.key() + "\" must be " + setting.kind().description() + "."));
        return Optional.empty();
    }

    /** By the list form of the key: the other form would take a dot in it for a path. */
    private static @Nullable Object value(TomlTable table, String key) {
        return table.get(List.of(key));
    }

    /** In the order of the file, which a table does not keep. */
    private List<String> sorted(TomlTable table) {
        return new ArrayList<>(new TreeSet<>(table.keySet()))
                .stream()
                        .sorted((left, right) -> location(table, left).compareTo(location(table, right)))
                        .toList();
    }

    private Location location(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? Location.of(name) : new Location(name, position.line(), position.column());
    }
}
