package dev.retort.internal.script;

import dev.retort.internal.error.Suggestion;
import dev.retort.internal.operation.BatchAlterTable.Recreate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options that take one of a few words of SQL; read in any letter case, and kept in capitals. */
final class Keywords {

    private static final List<String> ON_COMMITS = List.of("DELETE ROWS", "DROP", "PRESERVE ROWS");
    private static final List<String> ON_CONFLICTS = List.of("ABORT", "FAIL", "IGNORE", "REPLACE", "ROLLBACK");
    private static final List<String> STORAGES = List.of("DEFAULT", "EXTENDED", "EXTERNAL", "MAIN", "PLAIN");
    private static final Pattern ORDER = Pattern.compile("(?:ASC|DESC)?(?: ?NULLS (?:FIRST|LAST))?");

    private Keywords() {}

    static @Nullable String onCommit(@Nullable String word) {
        return oneOf("onCommit", word, ON_COMMITS);
    }

    static @Nullable String onConflict(@Nullable String word) {
        return oneOf("onConflict", word, ON_CONFLICTS);
    }

    static @Nullable String storage(@Nullable String word) {
        return oneOf("storage", word, STORAGES);
    }

    /** What becomes of the views that need a column. */
    static @Nullable String views(@Nullable String word) {
        return oneOf("views", word, List.of("RECREATE"));
    }

    /** Of a batch; what Alembic says in small letters. */
    static Recreate recreate(@Nullable String word) {
        String known = oneOf("recreate", word, List.of("ALWAYS", "AUTO", "NEVER"));
        return known == null ? Recreate.AUTO : Recreate.valueOf(known);
    }

    /** The direction of a column in an index. */
    static String order(String words) {
        String upper = capitals(words);
        if (upper.isEmpty() || !ORDER.matcher(upper).matches()) {
            throw new Refusal(
                    "Invalid value \"" + words + "\" for order.",
                    "Write ASC or DESC, and after it NULLS FIRST or NULLS LAST if need be.");
        }
        return upper;
    }

    /** @param option the word is for, to be named when it is none of those known */
    static @Nullable String oneOf(String option, @Nullable String word, List<String> known) {
        if (word == null) {
            return null;
        }
        String upper = capitals(word);
        if (!known.contains(upper)) {
            throw new Refusal(
                    "Invalid value \"" + word + "\" for " + option + ".",
                    Suggestion.didYouMean(upper, known).orElse("It is one of " + String.join(", ", known) + "."));
        }
        return upper;
    }

    private static String capitals(String words) {
        return words.strip().replaceAll("[\\s_]+", " ").toUpperCase(Locale.ROOT);
    }
}
