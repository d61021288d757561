package dev.retort.internal.configuration;

import dev.retort.Location;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.record.HistoryTable;
import dev.retort.internal.script.NamingConvention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds for each setting the value that counts: flag before variable before file before default; see {@link #sources}. */
final class Resolution {

    static final String FILE_VARIABLE = "RETORT_CONFIG";
    static final String ENVIRONMENT_VARIABLE = "RETORT_ENV";

    /** What is no setting of a database or a chain. */
    private static final List<String> OTHER_VARIABLES =
            List.of(FILE_VARIABLE, ENVIRONMENT_VARIABLE, "RETORT_CACHE", "RETORT_JAVA_OPTIONS");

    private static final String DATABASE_URL = "DATABASE_URL";

    private final SettingRequest request;
    private final Problems problems;
    private final Interpolation interpolation;

    Resolution(SettingRequest request) {
        this.request = request;
        this.problems = new Problems(request.workingDirectory());
        this.interpolation = new Interpolation(request.variables(), problems);
    }

    Configuration configuration() {
        Optional<ConfigurationFile> file = filePath().map(path -> ConfigurationFile.read(path, problems));
        Value environment = environment(file);
        Map<Setting, Value> written =
                file.map(found -> written(found, environment)).orElse(Map.of());
        Map<Setting, Value> typed = file.map(found -> typed(found, written)).orElse(Map.of());
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        boolean namedElsewhere = isStronger(sources(Setting.URL, typed, written));
        for (Setting setting : Setting.values()) {
            List<Value> sources = sources(setting, typed, written);
            // A user and a password of the file belong to the file's database; no other one gets to see them.
            Value value = value(namedElsewhere && setting.isCredential() ? outsideOfFile(sources) : sources);
            if (value != null && acceptable(setting, value) && named(setting, value)) {
                values.put(setting, value);
            }
        }
        problems.throwIfAny();
        nameHistory(values);
        onePassword(values);
        Path workingDirectory = request.workingDirectory();
        Path folder = file.map(found -> folderOf(found.path())).orElse(workingDirectory);
        Configuration.Origin origin = new Configuration.Origin(
                environment, file.map(found -> problems.nameOf(found.path())).orElse(null), folder, workingDirectory);
        return new Configuration(origin, values, unused(sources(Setting.URL, typed, written)), warnings());
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalStateException("a file without a folder: " + file);
        }
        return folder;
    }

    private Optional<Path> filePath() {
        String named = request.file() != null ? request.file() : request.variable(FILE_VARIABLE);
        return named == null
                ? ConfigurationFile.nearest(request.workingDirectory())
                : Optional.of(request.workingDirectory().resolve(named));
    }

    private @Nullable Value environment(Optional<ConfigurationFile> file) {
        Value chosen = chosenEnvironment(file);
        if (chosen == null) {
            return null;
        }
        Map<String, Map<Setting, Value>> known =
                file.map(ConfigurationFile::environments).orElse(Map.of());
        if (!known.containsKey(chosen.text())) {
            String where = file.map(found -> problems.nameOf(found.path())).orElse("a configuration file");
            String hint = known.isEmpty()
                    ? "Write a table [env." + chosen.text() + "] in " + where + "."
                    : Suggestion.didYouMean(chosen.text(), known.keySet())
                            .orElse("The environments are: " + String.join(", ", known.keySet()) + ".");
            problems.add(problem(chosen.source(), "There is no environment \"" + chosen.text() + "\".")
                    .withHint(hint));
        }
        return chosen;
    }

    private @Nullable Value chosenEnvironment(Optional<ConfigurationFile> file) {
        if (request.environment() != null) {
            return new Value(List.of(request.environment()), Source.flag("--env"));
        }
        String variable = request.variable(ENVIRONMENT_VARIABLE);
        if (variable != null) {
            return new Value(List.of(variable), Source.variable(ENVIRONMENT_VARIABLE));
        }
        return file.map(ConfigurationFile::defaultEnvironment).orElse(null);
    }

    private static Map<Setting, Value> written(ConfigurationFile file, @Nullable Value environment) {
        Map<Setting, Value> written = new EnumMap<>(Setting.class);
        written.putAll(file.settings());
        if (environment != null) {
            written.putAll(file.environments().getOrDefault(environment.text(), Map.of()));
        }
        return written;
    }

    /**
     * What whoever typed {@code --config} or {@code --env} has named with it: the whole file, or that table. Of one that
     * does not name the database nothing counts before variables.
     */
    private Map<Setting, Value> typed(ConfigurationFile file, Map<Setting, Value> written) {
        Map<Setting, Value> named = Map.of();
        if (request.file() != null) {
            named = written;
        } else if (request.environment() != null) {
            named = file.environments().getOrDefault(request.environment(), Map.of());
        }
        return named.containsKey(Setting.URL) && !request.flags().containsKey(Setting.URL) ? named : Map.of();
    }

    /** The strongest first. A variable that is left from another task must not lead away from the database that was typed. */
    private List<Value> sources(Setting setting, Map<Setting, Value> typed, Map<Setting, Value> written) {
        List<Value> sources = new ArrayList<>();
        List<String> flag = request.flags().get(setting);
        if (flag != null && !flag.isEmpty()) {
            // A flag is named without the table in which its setting is.
            String key = setting.key().substring(setting.key().lastIndexOf('.') + 1);
            sources.add(new Value(flag, Source.flag("--" + key.replace('_', '-'))));
        }
        Value chosen = setting.namesDatabase() ? typed.get(setting) : null;
        if (chosen != null) {
            sources.add(chosen);
        }
        String variable = request.variable(setting.variable());
        if (variable != null) {
            sources.add(new Value(setting.kind().split(variable), Source.variable(setting.variable())));
        }
        String databaseUrl = setting == Setting.URL ? request.variable(DATABASE_URL) : null;
        if (databaseUrl != null) {
            sources.add(new Value(List.of(databaseUrl), Source.variable(DATABASE_URL)));
        }
        Value inFile = written.get(setting);
        if (inFile != null && chosen == null) {
            sources.add(inFile);
        }
        String text = setting.defaultText();
        if (text != null) {
            sources.add(new Value(setting.kind().split(text), Source.DEFAULT));
        }
        return sources;
    }

    private @Nullable Value value(List<Value> sources) {
        if (sources.isEmpty()) {
            return null;
        }
        Value first = sources.get(0);
        return first.source().level() == Source.Level.FILE ? expanded(first) : first;
    }

    /** Those that name something else than the first one does. */
    private List<Source> unused(List<Value> sources) {
        Interpolation silent = new Interpolation(request.variables(), new Problems(request.workingDirectory()));
        Function<Value, String> text = value -> value.source().level() == Source.Level.FILE
                ? silent.expand(value.text(), placeOf(value))
                : value.text();
        String used = text.apply(sources.get(0));
        return sources.stream()
                .filter(value -> value.source().level() != Source.Level.DEFAULT)
                .filter(value -> !text.apply(value).equals(used))
                .map(Value::source)
                .toList();
    }

    /** Only what counts is expanded: an environment that is not in use may name variables that are not set. */
    private Value expanded(Value value) {
        return new Value(
                value.parts().stream()
                        .map(part -> interpolation.expand(part, placeOf(value)))
                        .toList(),
                value.source());
    }

    private static Location placeOf(Value value) {
        Location location = value.source().location();
        if (location == null) {
            throw new IllegalStateException("a value of the file without a place in it: " + value.source());
        }
        return location;
    }

    private boolean acceptable(Setting setting, Value value) {
        List<String> wrong = value.parts().stream()
                .filter(part -> !setting.kind().accepts(part))
                .toList();
        boolean unsetVariable = problems.found().stream()
                .anyMatch(problem -> problem.location() != null
                        && problem.location().equals(value.source().location()));
        if (!wrong.isEmpty() && !unsetVariable) {
            problems.add(problem(
                    value.source(),
                    "\"" + setting.key() + "\" must "
                            + (wrong.get(0).isBlank()
                                    ? "not be empty."
                                    : "be " + setting.kind().description() + ", not \""
                                            + SecretSettings.shown(setting, wrong.get(0)) + "\".")));
        }
        return wrong.isEmpty();
    }

    private boolean named(Setting setting, Value value) {
        if (setting.kind() == Kind.NAMING) {
            try {
                NamingConvention unused = NamingConvention.DEFAULT.with(setting.keyInTable(), value.text());
            } catch (RetortException unfit) {
                for (Problem found : unfit.problems()) {
                    Problem placed = problem(value.source(), found.sentence());
                    problems.add(found.hint() == null ? placed : placed.withHint(found.hint()));
                }
                return false;
            }
        }
        return true;
    }

    private static Problem problem(Source source, String sentence) {
        return source.location() != null
                ? Problem.at(source.location(), sentence)
                : Problem.of(source + ": " + sentence);
    }

    /** Unless it is named, the history table is called after its version table. */
    private static void nameHistory(Map<Setting, Value> values) {
        Value versions = values.get(Setting.VERSION_TABLE);
        if (versions != null) {
            values.putIfAbsent(
                    Setting.HISTORY_TABLE,
                    new Value(List.of(HistoryTable.nameBeside(versions.text())), Source.DEFAULT));
        }
    }

    /** Whether it was given by a flag or a variable. */
    private static boolean isStronger(List<Value> sources) {
        return sources.get(0).source().level().compareTo(Source.Level.FILE) < 0;
    }

    private static List<Value> outsideOfFile(List<Value> sources) {
        return sources.stream()
                .filter(value -> value.source().level() != Source.Level.FILE)
                .toList();
    }

    /** Of a password and a command that prints one the stronger source counts. */
    private void onePassword(Map<Setting, Value> values) {
        Value password = values.get(Setting.PASSWORD);
        Value command = values.get(Setting.PASSWORD_COMMAND);
        if (password == null || command == null) {
            return;
        }
        int stronger = password.source().level().compareTo(command.source().level());
        if (stronger == 0) {
            problems.add(problem(command.source(), "There are both \"password\" and \"password_command\".")
                    .withHint("Leave one of them out."));
            problems.throwIfAny();
        }
        values.remove(stronger < 0 ? Setting.PASSWORD_COMMAND : Setting.PASSWORD);
    }

    /** A variable that is almost one of ours; others that begin so belong to somebody else. */
    private List<String> warnings() {
        TreeSet<String> known = new TreeSet<>(OTHER_VARIABLES);
        Arrays.stream(Setting.values()).map(Setting::variable).forEach(known::add);
        return request.variables().keySet().stream()
                .filter(name -> name.startsWith("RETORT_") && !known.contains(name))
                .sorted()
                .flatMap(name -> nearest(name, known).stream())
                .toList();
    }

    private static Optional<String> nearest(String name, TreeSet<String> known) {
        String prefix = "RETORT_";
        List<String> rest =
                known.stream().map(one -> one.substring(prefix.length())).toList();
        return Suggestion.nearest(name.substring(prefix.length()), rest)
                .map(match -> "There is no variable \"" + name + "\". Did you mean \"" + prefix + match + "\"?");
    }
}
