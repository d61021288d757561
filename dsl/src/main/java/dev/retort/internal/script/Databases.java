package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The databases that a script may name, by the names of their dialects. */
final class Databases {

    static final List<String> ALL = List.of("postgresql", "sqlite");

    private Databases() {}

    /** Whether a database is one of those that {@code onlyOn} names. */
    static boolean include(Collection<?> names, String dialect) {
        if (names.isEmpty()) {
            throw new Refusal("onlyOn names no database.", known());
        }
        names.forEach(name -> check(String.valueOf(name)));
        return names.stream().map(String::valueOf).anyMatch(dialect::equals);
    }

    /** Whether the names of a database's objects may be no longer than so many bytes. */
    static boolean limitsNames(String dialect) {
        return dialect.equals("postgresql");
    }

    static void check(String name) {
        if (!ALL.contains(name)) {
            throw new Refusal(
                    "No database \"" + name + "\".",
                    Suggestion.didYouMean(name, ALL).orElse(known()));
        }
    }

    private static String known() {
        return "Write " + ALL.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or ")) + ".";
    }
}
