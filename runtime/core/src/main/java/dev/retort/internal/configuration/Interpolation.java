package dev.retort.internal.configuration;

import dev.retort.Location;
import dev.retort.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts variables of the environment in for {@code ${NAME}}. */
final class Interpolation {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> environment;
    private final Problems problems;

    Interpolation(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    String expand(String text, Location location) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value(matcher.group(1), location)));
        }
        return matcher.appendTail(expanded).toString();
    }

    private String value(String name, Location location) {
        String value = environment.get(name);
        if (value != null) {
            return value;
        }
        problems.add(
                name.matches("[A-Za-z_][A-Za-z0-9_]*")
                        ? Problem.at(location, "The variable \"" + name + "\" is not set.")
                                .withHint("Type: export " + name + "=…")
                        : Problem.at(location, "\"${" + name + "}\" names no variable.")
                                .withHint("A variable's name has letters, digits and underscores."));
        return "";
    }
}
