package dev.retort.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of a routine's arguments, as PostgreSQL finds the routine by them. */
final class ArgumentTypes {

    private static final Pattern MODE = Pattern.compile("(?i)^(IN\\s+OUT|INOUT|IN|OUT|VARIADIC)\\s+");
    private static final Pattern DEFAULT = Pattern.compile("(?is)\\s*(\\bDEFAULT\\b|:?=).*$");
    private static final Pattern NAME = Pattern.compile("^(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)\\s+(?=\\S)");
    /** Types of several words, by the first of them. */
    private static final Set<String> LONG =
            Set.of("double", "character", "timestamp", "time", "bit", "interval", "national", "char", "varchar");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("float", "double precision"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("decimal", "numeric"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));

    private ArgumentTypes() {}

    static String of(String arguments) {
        List<String> types = new ArrayList<>();
        for (String argument : split(arguments)) {
            String text = argument.strip();
            Matcher mode = MODE.matcher(text);
            boolean out = mode.find() && mode.group(1).equalsIgnoreCase("OUT");
            if (!text.isEmpty() && !out) {
                types.add(type(mode.reset().find() ? text.substring(mode.end()) : text));
            }
        }
        return String.join(", ", types);
    }

    private static String type(String argument) {
        String text = DEFAULT.matcher(argument).replaceFirst("").strip();
        Matcher name = NAME.matcher(text);
        if (name.find() && !LONG.contains(name.group(1).toLowerCase(Locale.ROOT))) {
            text = text.substring(name.end());
        }
        Matcher array = Pattern.compile("(\\s*\\[\\d*])+$").matcher(text);
        String brackets = array.find() ? "[]" : "";
        String element = brackets.isEmpty() ? text : text.substring(0, array.start());
        // The length of a type is not part of a signature.
        String bare = element.replaceAll("\\s*\\([^)]*\\)", "")
                .replaceAll("\\s+", " ")
                .strip();
        String plain = bare.startsWith("\"") ? bare : bare.toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(plain, plain) + brackets;
    }

    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(arguments.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(arguments.substring(start));
        return parts;
    }
}
