package dev.retort.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The types by which PostgreSQL distinguishes routines of one name, out of their arguments as SQL: {@code integer, text[]}
 * of {@code INOUT x int DEFAULT 1, VARIADIC y text[]}. Each is spelled as the server's {@code format_type} spells it,
 * without a length. What a routine only gives back is not among them.
 */
final class ArgumentTypes {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\\n]*|/\\*.*?\\*/|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\p{N}_$]*|[0-9.]+|:=|.",
            Pattern.DOTALL);

    private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");

    /** What may follow the first word of a type's name, which is no name of an argument then. */
    private static final Map<String, Set<String>> SECOND_WORDS = Map.of(
            "double", Set.of("precision"),
            "character", Set.of("varying"),
            "char", Set.of("varying"),
            "nchar", Set.of("varying"),
            "bit", Set.of("varying"),
            "national", Set.of("character", "char"),
            "time", Set.of("with", "without"),
            "timestamp", Set.of("with", "without"),
            "interval", Set.of("year", "month", "day", "hour", "minute", "second"));

    /** What a length would make another type of is one here, as is a time without a zone. */
    private static final Map<String, String> WITHOUT_LENGTH = Map.of(
            "bpchar", "character",
            "time", "time without time zone",
            "timetz", "time with time zone",
            "timestamp", "timestamp without time zone",
            "timestamptz", "timestamp with time zone");

    private ArgumentTypes() {}

    static String of(String arguments) {
        List<String> types = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        int depth = 0;
        Matcher matcher = TOKEN.matcher(arguments + "\n,");
        while (matcher.find()) {
            String token = matcher.group();
            depth += token.equals("(") || token.equals("[") ? 1 : token.equals(")") || token.equals("]") ? -1 : 0;
            if (depth == 0 && token.equals(",")) {
                add(types, tokens);
                tokens.clear();
            } else if (!token.isBlank() && !token.startsWith("--") && !token.startsWith("/*")) {
                tokens.add(token);
            }
        }
        return String.join(", ", types);
    }

    private static void add(List<String> types, List<String> tokens) {
        List<String> words = new ArrayList<>();
        boolean out = false;
        for (String token : tokens) {
            String word = token.toLowerCase(Locale.ROOT);
            if (word.equals("default") || word.equals("=") || word.equals(":=")) {
                break;
            } else if (words.size() < 2 && MODES.contains(word)) {
                out |= word.equals("out");
            } else {
                words.add(token);
            }
        }
        if (!words.isEmpty() && !out) {
            types.add(type(isNamed(words) ? words.subList(1, words.size()) : words));
        }
    }

    private static boolean isNamed(List<String> words) {
        if (words.size() < 2 || !isIdentifier(words.get(0)) || !isIdentifier(words.get(1))) {
            return false;
        }
        String second = words.get(1).toLowerCase(Locale.ROOT);
        return !second.equals("array")
                && !SECOND_WORDS
                        .getOrDefault(words.get(0).toLowerCase(Locale.ROOT), Set.of())
                        .contains(second);
    }

    private static boolean isIdentifier(String token) {
        return token.startsWith("\"") || Character.isLetter(token.codePointAt(0)) || token.startsWith("_");
    }

    private static String type(List<String> tokens) {
        StringBuilder name = new StringBuilder();
        boolean array = false;
        boolean zone = false;
        int depth = 0;
        for (String token : tokens) {
            String word = token.toLowerCase(Locale.ROOT);
            array |= depth == 0 && (token.equals("[") || word.equals("array"));
            zone |= word.equals("with");
            depth += token.equals("(") || token.equals("[") ? 1 : token.equals(")") || token.equals("]") ? -1 : 0;
            boolean counts = depth == 0 && !token.equals(")") && !token.equals("]") && !word.equals("array");
            if (counts) {
                boolean glued = name.isEmpty() || token.equals(".") || name.charAt(name.length() - 1) == '.';
                name.append(glued ? "" : " ").append(identifier(token));
            }
        }
        return plain(name.toString(), zone) + (array ? "[]" : "");
    }

    private static String plain(String name, boolean zone) {
        String own = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
        if (own.startsWith("timestamp ") || own.startsWith("time ")) {
            return own.substring(0, own.indexOf(' ')) + (zone ? " with time zone" : " without time zone");
        } else if (own.startsWith("interval ")) {
            return "interval";
        }
        return WITHOUT_LENGTH.getOrDefault(own, PostgresTypes.printed(own));
    }

    /** Quoted only where that makes a difference; {@code "char"} is another type than {@code char}. */
    private static String identifier(String token) {
        if (!token.startsWith("\"")) {
            return token.toLowerCase(Locale.ROOT);
        }
        String inner = token.substring(1, token.length() - 1).replace("\"\"", "\"");
        boolean plain = inner.matches("[a-z_][a-z0-9_]*") && !inner.equals("char");
        return plain ? inner : token;
    }
}
