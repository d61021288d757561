package dev.retort.internal.configuration;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.internal.error.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads settings out of a parsed file and notes every key and every type that is not right. */
final class TomlSettings {

    static final String ENVIRONMENTS = "env";
    static final String DEFAULT_ENVIRONMENT = "default_env";

    private final String name;
    private final Problems problems;

    TomlSettings(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    ConfigurationFile file(Path path, SettingTable toml) {
        Map<Setting, Value> settings = settings(toml, List.of(ENVIRONMENTS, DEFAULT_ENVIRONMENT));
        Map<String, Map<Setting, Value>> environments = environments(toml);
        return new ConfigurationFile(path, settings, environments, defaultEnvironment(toml));
    }

    private Map<String, Map<Setting, Value>> environments(SettingTable toml) {
        Map<String, Map<Setting, Value>> environments = new LinkedHashMap<>();
        Object tables = toml.value(ENVIRONMENTS);
        if (tables == null) {
            return environments;
        }
        if (!(tables instanceof SettingTable table)) {
            problems.add(Problem.at(location(toml, ENVIRONMENTS), "\"env\" must be a table.")
                    .withHint("Write a table [env.dev] for the environment dev, and "
                            + "default_env = \"dev\" to make it the default."));
            return environments;
        }
        for (String environment : table.keys()) {
            if (table.value(environment) instanceof SettingTable settings) {
                environments.put(environment, settings(settings, List.of()));
            } else {
                problems.add(Problem.at(
                        location(table, environment), "\"env." + environment + "\" must be a table of settings."));
            }
        }
        return environments;
    }

    private @Nullable Value defaultEnvironment(SettingTable toml) {
        Object value = toml.value(DEFAULT_ENVIRONMENT);
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

    private Map<Setting, Value> settings(SettingTable table, Collection<String> others) {
        Map<Setting, Value> settings = new EnumMap<>(Setting.class);
        for (String key : table.keys()) {
            if (!Setting.keysOf(key).isEmpty()) {
                settings.putAll(inTable(key, table));
                continue;
            }
            Optional<Setting> setting = Setting.of(null, key);
            if (setting.isPresent()) {
                read(setting.get(), table, key).ifPresent(value -> settings.put(setting.get(), value));
            } else if (!others.contains(key)) {
                problems.add(unknown(key, location(table, key), others));
            }
        }
        return settings;
    }

    private Map<Setting, Value> inTable(String name, SettingTable parent) {
        Map<Setting, Value> settings = new EnumMap<>(Setting.class);
        List<String> known = Setting.keysOf(name);
        String keys = String.join(", ", known);
        if (!(parent.value(name) instanceof SettingTable table)) {
            problems.add(Problem.at(location(parent, name), "\"" + name + "\" must be a table.")
                    .withHint("Write a table [" + name + "] with the keys " + keys + "."));
            return settings;
        }
        for (String key : table.keys()) {
            Optional<Setting> setting = Setting.of(name, key);
            if (setting.isPresent()) {
                read(setting.get(), table, key).ifPresent(value -> settings.put(setting.get(), value));
            } else {
                problems.add(
                        Problem.at(location(table, key), "The table [" + name + "] has no setting \"" + key + "\".")
                                .withHint(Suggestion.didYouMean(key, known).orElse("Its settings are " + keys + ".")));
            }
        }
        return settings;
    }

    private Optional<Value> read(Setting setting, SettingTable table, String key) {
        return parts(setting, table, key).map(parts -> new Value(parts, Source.file(location(table, key))));
    }

    private static Problem unknown(String key, Location location, Collection<String> others) {
        List<String> known = new ArrayList<>(Setting.topKeys());
        known.addAll(others);
        String hint = Suggestion.didYouMean(key, known).orElse("The keys are: " + String.join(", ", known) + ".");
        return Problem.at(location, "There is no setting \"" + key + "\".").withHint(hint);
    }

    private Optional<List<String>> parts(Setting setting, SettingTable table, String key) {
        Object value = table.value(key);
        if (value instanceof String text) {
            return Optional.of(List.of(text));
        }
        if ((setting.kind() == Kind.NUMBER || setting.kind() == Kind.DEPTH) && value instanceof Long number) {
            return Optional.of(List.of(number.toString()));
        }
        if (setting.kind() == Kind.FLAG && value instanceof Boolean flag) {
            return Optional.of(List.of(flag.toString()));
        }
        if (setting.kind().isList() && value instanceof List<?> elements && !elements.isEmpty()) {
            if (elements.stream().allMatch(String.class::isInstance)) {
                return Optional.of(elements.stream().map(String.class::cast).toList());
            }
        }
        problems.add(Problem.at(
                location(table, key),
                "\"" + setting.key() + "\" must be " + setting.kind().description() + "."));
        return Optional.empty();
    }

    private Location location(SettingTable table, String key) {
        SettingTable.Entry entry = table.entry(key);
        return entry == null || entry.line() == 0
                ? Location.of(name)
                : new Location(name, entry.line(), entry.column());
    }
}
