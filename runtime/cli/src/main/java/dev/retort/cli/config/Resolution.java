package dev.retort.cli.config;

import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.Suggestion;
import dev.retort.script.NamingConvention;
import dev.retort.version.HistoryTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds for each setting the value that counts: flag before variable before file before default. */
final class Resolution {

    static final String FILE_VARIABLE = "RETORT_CONFIG";
    static final String ENVIRONMENT_VARIABLE = "RETORT_ENV";
    private static final String DATABASE_URL = "DATABASE_URL";

    private final Request request;
    private final Problems problems;
    private final Interpolation interpolation;

    Resolution(Request request) {
        this.request = request;
        this.problems = new Problems(request.workingDirectory());
        this.interpolation = new Interpolation(request.variables(), problems);
    }

    Configuration configuration() {
        Optional<ConfigurationFile> file = filePath().map(path -> ConfigurationFile.read(path, problems));
        Value environment = environment(file);
        Map<Setting, Value> written =
                file.map(found -> written(found, environment)).orElse(Map.of());
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Value value = value(setting, written);
            if (value != null && acceptable(setting, value) && named(setting, value)) {
                values.put(setting, value);
            }
        }
        problems.throwIfAny();
        nameHistory(values);
        withoutStrangersCredentials(values);
        Path workingDirectory = request.workingDirectory();
        Path folder = file.map(found -> folderOf(found.path())).orElse(workingDirectory);
        Configuration.Origin origin = new Configuration.Origin(
                environment, file.map(found -> problems.nameOf(found.path())).orElse(null), folder, workingDirectory);
        return new Configuration(origin, values, warnings());
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

    private @Nullable Value value(Setting setting, Map<Setting, Value> written) {
        List<String> flag = request.flags().get(setting);
        if (flag != null && !flag.isEmpty()) {
            return new Value(flag, Source.flag("--" + setting.key().replace('_', '-')));
        }
        String variable = request.variable(setting.variable());
        if (variable != null) {
            return new Value(setting.kind().split(variable), Source.variable(setting.variable()));
        }
        String databaseUrl = setting == Setting.URL ? request.variable(DATABASE_URL) : null;
        if (databaseUrl != null) {
            return new Value(List.of(databaseUrl), Source.variable(DATABASE_URL));
        }
        Value inFile = written.get(setting);
        if (inFile != null) {
            return expanded(inFile);
        }
        String text = setting.defaultText();
        return text == null ? null : new Value(List.of(text), Source.DEFAULT);
    }

    /** Only what counts is expanded: an environment that is not in use may name variables that are not set. */
    private Value expanded(Value value) {
        Location location = value.source().location();
        if (location == null) {
            throw new IllegalStateException("a value of the file without a place in it: " + value.source());
        }
        return new Value(
                value.parts().stream()
                        .map(part -> interpolation.expand(part, location))
                        .toList(),
                value.source());
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
                                            + Secrets.shown(setting, wrong.get(0)) + "\".")));
        }
        return wrong.isEmpty();
    }

    private boolean named(Setting setting, Value value) {
        if (setting.kind() == Kind.NAMING) {
            try {
                NamingConvention unused = NamingConvention.DEFAULT.with(setting.namingKey(), value.text());
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

    /** A user and a password of the file belong to the file's database; no other one gets to see them. */
    private static void withoutStrangersCredentials(Map<Setting, Value> values) {
        Value url = values.get(Setting.URL);
        boolean named = url != null && url.source().level().compareTo(Source.Level.FILE) < 0;
        if (!named) {
            return;
        }
        for (Setting credential : List.of(Setting.USER, Setting.PASSWORD)) {
            Value value = values.get(credential);
            if (value != null && value.source().level() == Source.Level.FILE) {
                values.remove(credential);
            }
        }
    }

    /** A variable that is almost one of ours; others that begin so belong to somebody else. */
    private List<String> warnings() {
        TreeSet<String> known = new TreeSet<>(List.of(FILE_VARIABLE, ENVIRONMENT_VARIABLE, "RETORT_JAVA_OPTIONS"));
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
