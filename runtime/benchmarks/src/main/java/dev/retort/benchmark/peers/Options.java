package dev.retort.benchmark.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is measured, and how often. */
final class Options {

    private static final List<String> NUMBERS = List.of("runs", "noop", "current", "fresh", "downgrade", "sql");

    private final Path launcher;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Options(Path launcher) {
        this.launcher = launcher;
        values.put("runs", "5");
        values.put("noop", "20,1000,10000");
        values.put("current", "20,1000,10000");
        values.put("fresh", "100,1000");
        values.put("downgrade", "100");
        values.put("sql", "100,1000");
        values.put("programs", "");
        values.put("postgres", System.getenv().getOrDefault("RETORT_TEST_POSTGRES_URL", ""));
    }

    /** @throws IllegalArgumentException with a sentence for whoever typed the arguments */
    static Options of(String... arguments) {
        if (arguments.length == 0 || arguments[0].contains("=")) {
            throw new IllegalArgumentException("The first argument must be the launcher of Retort, such as ./retort.");
        }
        Options options = new Options(Path.of(arguments[0]).toAbsolutePath().normalize());
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || options.values.replace(parts[0], parts[1]) == null) {
                throw new IllegalArgumentException("There is no option \"" + argument + "\"; there are "
                        + String.join("=, ", options.values.keySet()) + "=.");
            }
        }
        NUMBERS.forEach(options::checkNumbers);
        return options;
    }

    private void checkNumbers(String key) {
        try {
            sizes(key);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Invalid value \"" + value(key) + "\" for " + key + "=; write whole numbers, such as 20,1000.", e);
        }
    }

    Path launcher() {
        return launcher;
    }

    int runs() {
        return sizes("runs").stream().findFirst().map(runs -> Math.max(1, runs)).orElse(1);
    }

    /** In the order of the tables; what needs a chain that was applied comes first, the shortest chain with the floor. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Set<Integer> applied = new TreeSet<>(sizes("noop"));
        applied.addAll(sizes("current"));
        for (int size : applied) {
            List<Work> works = new ArrayList<>();
            sizes("noop").stream().filter(any -> any == size).map(Work::noOp).forEach(works::add);
            sizes("current").stream()
                    .filter(any -> any == size)
                    .map(Work::current)
                    .forEach(works::add);
            groups.add(new Group(works, groups.isEmpty()));
        }
        sizes("fresh").stream().map(Work::fresh).map(Group::of).forEach(groups::add);
        sizes("downgrade").stream().map(Work::downgrade).map(Group::of).forEach(groups::add);
        sizes("sql").stream().map(Work::script).map(Group::of).forEach(groups::add);
        return groups;
    }

    /** Whether a program is to be measured; all are unless some are named. Retort always is, for the ratios. */
    boolean wants(Migrator migrator) {
        List<String> named = List.of(value("programs").split(",", -1));
        return value("programs").isBlank()
                || migrator.name().equals(RetortMigrator.NAME)
                || named.stream().anyMatch(name -> name.strip().equalsIgnoreCase(migrator.name()));
    }

    Optional<PostgresServer> postgres() {
        return Optional.of(value("postgres")).filter(url -> !url.isBlank()).map(PostgresServer::of);
    }

    private List<Integer> sizes(String key) {
        return Stream.of(value(key).split(",", -1))
                .filter(text -> !text.isBlank())
                .map(text -> Integer.valueOf(text.strip()))
                .toList();
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }
}
