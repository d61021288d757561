package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The databases that a script may name, in the order of their names. */
public final class Databases {

    private final List<Database> all;

    public Databases(Collection<? extends Database> all) {
        SortedMap<String, Database> byName = new TreeMap<>();
        for (Database database : all) {
            byName.put(database.name(), database);
        }
        this.all = List.copyOf(byName.values());
    }

    private static final class Installed {
        static final Databases ALL = load();

        private static Databases load() {
            List<Database> found = new ArrayList<>();
            // Every command comes by here, and no lambda is worth its start.
            for (Database database : ServiceLoader.load(Database.class, Database.class.getClassLoader())) {
                found.add(database);
            }
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
