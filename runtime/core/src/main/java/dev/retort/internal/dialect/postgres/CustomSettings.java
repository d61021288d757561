package dev.retort.internal.dialect.postgres;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings with a dot in their name that scripts have named. The server keeps whatever is set under such a name, and
 * lists none of them.
 */
final class CustomSettings {

    private static final String NAME = "([a-z_][\\w$]*(?:\\.[a-z_][\\w$]*)+)";

    private static final Pattern SETS = Pattern.compile(
            "\\bset(?:\\s+session|\\s+local)?\\s+" + NAME + "\\s*(?:=|to\\b)|\\bset_config\\s*\\(\\s*'+" + NAME + "'",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new HashSet<>();

    /** Notes the names in a statement; whether there were new ones. */
    boolean note(String sql) {
        boolean added = false;
        Matcher sets = SETS.matcher(sql);
        while (sets.find()) {
            String name = sets.group(1) == null ? sets.group(2) : sets.group(1);
            added |= names.add(name.toLowerCase(Locale.ROOT));
        }
        return added;
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
