package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The databases that a script may name, in the order of their names. */
public final class Databases {

    private final List<Database> all;

    public Databases(Collection<? extends Database> all) {
        List<Database> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Database::name));
        this.all = List.copyOf(sorted);
    }

    private static final class Installed {
        static final Databases ALL = load();

        private static Databases load() {
            List<Database> found = new ArrayList<>();
            ServiceLoader.load(Database.class, Database.class.getClassLoader()).forEach(found::add);
            return new Databases(found);
        }
    }

    /** Those whose libraries are on the class path. */
    public static Databases installed() {
        return Installed.ALL;
    }

    public List<Database> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(Database::name).toList();
    }

    boolean limitNames(String name) {
        return all.stream().anyMatch(database -> database.name().equals(name) && database.limitsNames());
    }

    /** Whether a database is one of those that {@code onlyOn} names. */
    boolean include(Collection<?> names, String database) {
        if (names.isEmpty()) {
            throw new Refusal("onlyOn names no database.", known());
        }
        names.forEach(name -> check(String.valueOf(name)));
        return names.stream().map(String::valueOf).anyMatch(database::equals);
    }

    void check(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new Refusal(
                    "No database \"" + name + "\".",
                    Suggestion.didYouMean(name, names).orElse(known()));
        }
    }

    private String known() {
        return "Write " + names().stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or ")) + ".";
    }
}
