package dev.retort.internal.script;

import dev.retort.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL where the name of a column is to be: {@code 'created_at DESC'}, {@code 'lower(email)'}. A column may be called
 * so, though none is; a name with blanks or signs in it is one, and the database says whether there is such a column.
 */
public final class ColumnWords {

    private static final Pattern ORDERED = Pattern.compile(
            "(?is)\\s*(\\S.*?)\\s+((?:asc|desc)(?:\\s+nulls\\s+(?:first|last))?|nulls\\s+(?:first|last))\\s*");
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?is)\\s*(?:[\\w.]+\\(.*\\).*|\\(.*\\)|.*(?:::|\\|\\||->).*|.*\\scollate\\s.*|\\S+\\s+\\w+_ops)\\s*");
    private static final Pattern LIST = Pattern.compile("\\s*[\\w$]+(?:\\s*,\\s*[\\w$]+)+\\s*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"|`[^`]+`|\\[[^\\]]+\\]");
    private static final Pattern PLAIN = Pattern.compile("[\\w$]+");

    private ColumnWords() {}

    static void refuse(String what, String text, boolean ofIndex) {
        Optional<Problem> problem = problem(what, text, ofIndex);
        if (problem.isPresent()) {
            throw new Refusal(
                    problem.get().sentence(), String.valueOf(problem.get().hint()));
        }
    }

    /** What is wrong with the name of a column. */
    public static Optional<Problem> problem(String what, String text, boolean ofIndex) {
        String hint = hint(text, ofIndex);
        return hint == null
                ? Optional.empty()
                : Optional.of(Problem.of("\"" + text + "\" is no name of a column, as " + what + " needs.")
                        .withHint(hint));
    }

    private static @Nullable String hint(String text, boolean ofIndex) {
        if (LIST.matcher(text).matches()) {
            return "Write each name by itself: '" + text.strip().replaceAll("\\s*,\\s*", "', '") + "'.";
        } else if (QUOTED.matcher(text.strip()).matches()) {
            String name = text.strip().substring(1, text.strip().length() - 1);
            return "Write the name without quotes of SQL's: '" + name + "'.";
        }
        Matcher ordered = ORDERED.matcher(text);
        if (!ordered.matches() && !EXPRESSION.matcher(text).matches()) {
            return null;
        }
        String sql = text.contains("'") ? "sql(\"" + text.strip() + "\")" : "sql('" + text.strip() + "')";
        if (!ofIndex) {
            return "It is over columns alone; for an expression create an index: createIndex 'name', 'table', [" + sql
                    + "], unique: true.";
        }
        boolean plain = ordered.matches() && PLAIN.matcher(ordered.group(1)).matches();
        return "Write " + sql
                + (plain
                        ? ", or '" + ordered.group(1) + "' with order: [" + ordered.group(1) + ": '"
                                + ordered.group(2).toUpperCase(Locale.ROOT) + "']."
                        : ".");
    }
}
