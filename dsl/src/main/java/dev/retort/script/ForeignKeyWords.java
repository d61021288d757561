package dev.retort.script;

import dev.retort.error.Suggestion;
import dev.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The closed sets of words that options of foreign keys take, and the notation of what they refer to. */
final class ForeignKeyWords {

    private static final List<String> ACTIONS = List.of("CASCADE", "NO ACTION", "RESTRICT", "SET DEFAULT", "SET NULL");
    private static final List<String> MATCHES = List.of("FULL", "PARTIAL", "SIMPLE");
    private static final List<String> INITIALLY = List.of("DEFERRED", "IMMEDIATE");

    private static final Pattern PARENTHESISED = Pattern.compile("(?:([^.()]+)\\.)?([^.()]+)\\(([^()]+)\\)");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:([^.()]+)\\.)?([^.()]+)\\.)?([^.()]+)");

    private ForeignKeyWords() {}

    /** @param columns empty for the primary key of the table */
    record Target(QualifiedName table, List<String> columns) {}

    static @Nullable String action(String option, @Nullable String word) {
        return oneOf(option, word, ACTIONS);
    }

    static @Nullable String match(@Nullable String word) {
        return oneOf("match", word, MATCHES);
    }

    static @Nullable String initially(@Nullable String word) {
        return oneOf("initially", word, INITIALLY);
    }

    /** {@code users}, {@code users.id}, {@code app.users.id}, {@code users(id, tenant)} or {@code app.users(id)}. */
    static Target references(String text) {
        Matcher parenthesised = PARENTHESISED.matcher(text.strip());
        if (parenthesised.matches()) {
            List<String> columns = Arrays.stream(parenthesised.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            return new Target(
                    new QualifiedName(parenthesised.group(1), parenthesised.group(2)),
                    Columns.some("references: '" + text + "'", columns));
        }
        Matcher dotted = DOTTED.matcher(text.strip());
        if (!dotted.matches()) {
            throw new Refusal(
                    "\"" + text + "\" does not name what a foreign key references.",
                    "Write 'users', 'users.id' or 'users(id, tenant)'.");
        } else if (dotted.group(2) == null) {
            return new Target(QualifiedName.of(dotted.group(3)), List.of());
        }
        return new Target(new QualifiedName(dotted.group(1), dotted.group(2)), List.of(dotted.group(3)));
    }

    /** The word in capitals, if it is one of these. */
    static @Nullable String oneOf(String option, @Nullable String word, List<String> words) {
        if (word == null) {
            return null;
        }
        String upper = word.strip().replaceAll("[\\s_]+", " ").toUpperCase(Locale.ROOT);
        if (!words.contains(upper)) {
            throw new Refusal(
                    "\"" + word + "\" is nothing " + option + " can be.",
                    Suggestion.didYouMean(upper, words).orElse("It is one of " + String.join(", ", words) + "."));
        }
        return upper;
    }
}
