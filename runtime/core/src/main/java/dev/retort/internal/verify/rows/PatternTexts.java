package dev.retort.internal.verify.rows;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** TextValues that match a pattern of SQL: of LIKE, of GLOB, or a regular expression. */
final class PatternTexts {

    private static final int COUNT = 24;
    private static final int REPETITIONS = 5;

    /** PostgreSQL's words within brackets, and what means the same. */
    private static final Map<String, String> CLASSES = Map.of(
            "[:alpha:]", "a-zA-Z",
            "[:digit:]", "0-9",
            "[:alnum:]", "a-zA-Z0-9",
            "[:upper:]", "A-Z",
            "[:lower:]", "a-z",
            "[:space:]", " ",
            "[:punct:]", "!,.;",
            "[:xdigit:]", "0-9a-f");

    private final long seed;

    PatternTexts(long seed) {
        this.seed = seed;
    }

    /** @param pattern of LIKE */
    Set<String> like(String pattern) {
        Set<String> texts = new LinkedHashSet<>();
        for (int i = 0; i < COUNT / 2; i++) {
            int n = i;
            texts.add(filled(pattern, '%', '_', n));
        }
        texts.add(pattern.replace("%", "").replace('_', 'a'));
        return texts;
    }

    /** @param pattern of GLOB, whose brackets are those of a regular expression */
    Set<String> glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean brackets = false;
        for (char c : pattern.toCharArray()) {
            brackets = c == '[' || (brackets && c != ']');
            if (brackets || c == ']') {
                regex.append(c);
            } else if (c == '*') {
                regex.append("[a-z0-9]*");
            } else if (c == '?') {
                regex.append("[a-z0-9]");
            } else {
                regex.append(Character.isLetterOrDigit(c) ? "" : "\\").append(c);
            }
        }
        return regex(regex.toString());
    }

    /** @param pattern of SIMILAR TO */
    Set<String> similar(String pattern) {
        return regex(pattern.replace("%", ".*").replace('_', '.'));
    }

    private static String filled(String pattern, char any, char one, int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                text.append(pattern.charAt(++i));
            } else if (c == any) {
                text.append("text").append(n);
            } else {
                text.append(c == one ? Character.forDigit(n % 10, 10) : c);
            }
        }
        return text.toString();
    }

    /** None where the library does not understand it, or is not there. */
    Set<String> regex(String pattern) {
        try {
            return Library.texts(translated(pattern), new Random(seed ^ pattern.hashCode()));
        } catch (RuntimeException | NoClassDefFoundError e) {
            // Its regular expressions are not those of the database; the values that are tried anyway must do then.
            return Set.of();
        }
    }

    /** In a class of its own, as an application need not have the library. */
    private static final class Library {

        static Set<String> texts(String pattern, Random random) {
            RgxGenProperties properties = new RgxGenProperties();
            RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, REPETITIONS);
            RgxGen generator = RgxGen.parse(properties, pattern);
            Set<String> texts = new LinkedHashSet<>();
            for (int i = 0; i < COUNT * 2 && texts.size() < COUNT; i++) {
                texts.add(generator.generate(random));
            }
            return texts;
        }
    }

    private static String translated(String pattern) {
        String plain = pattern;
        for (Map.Entry<String, String> each : CLASSES.entrySet()) {
            plain = plain.replace(each.getKey(), each.getValue());
        }
        for (String nothing : List.of("\\m", "\\M", "\\y", "\\A", "\\Z", "(?i)", "(?s)", "(?-i)")) {
            plain = plain.replace(nothing, "");
        }
        // Anchors say nothing to what makes whole texts, unless one is in the middle.
        String begun = plain.startsWith("^") ? plain.substring(1) : plain;
        return begun.endsWith("$") && !begun.endsWith("\\$") ? begun.substring(0, begun.length() - 1) : begun;
    }
}
