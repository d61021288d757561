package dev.retort.internal.sql;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.internal.error.Suggestion;
import dev.retort.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * SQL whose {@code :name}s have become the {@code ?} of JDBC.
 *
 * @param sql for a prepared statement
 * @param names in the order of the question marks; a name that is given twice is there twice
 */
public record NamedParameters(String sql, List<String> names) {

    public NamedParameters {
        names = List.copyOf(names);
    }

    /**
     * Reads the names. {@code \:} is a colon that begins no name. Where there are names, a question mark of the text's
     * own (PostgreSQL has operators of it) is doubled, which is how its driver learns that it is no parameter.
     */
    public static NamedParameters parse(String text, SqlSyntax syntax) {
        List<String> pieces = new ArrayList<>();
        List<Integer> questionMarks = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean escaped = false;
        boolean word = false;
        for (SqlToken token : SqlLexer.tokens(text, syntax)) {
            if (escaped && token.text().startsWith(":")) {
                pieces.set(pieces.size() - 1, token.text());
            } else if (token.kind() == Kind.NAMED_PARAMETER) {
                names.add(token.text().substring(1));
                // LIMIT:n has no space, and PostgreSQL's driver makes LIMIT$1 of a question mark there.
                pieces.add(word ? " ?" : "?");
            } else {
                if (token.isSymbol("?")) {
                    questionMarks.add(pieces.size());
                }
                pieces.add(token.text());
            }
            escaped = token.isSymbol("\\");
            word = token.kind() == Kind.WORD || token.kind() == Kind.NUMBER;
        }
        if (!names.isEmpty()) {
            questionMarks.forEach(index -> pieces.set(index, "??"));
        }
        return new NamedParameters(String.join("", pieces), names);
    }

    /**
     * Holds a text that was given no values against the names in it: SQLite would take each for NULL. Within square
     * brackets a colon is PostgreSQL's own ({@code a[1:n]}).
     *
     * @throws RetortException as {@link #check}
     */
    public static void refuse(String text, SqlSyntax syntax) {
        if (text.indexOf(':') < 0) {
            return;
        }
        List<String> names = new ArrayList<>();
        int depth = 0;
        boolean escaped = false;
        for (SqlToken token : SqlLexer.tokens(text, syntax)) {
            depth += token.isSymbol("[") ? 1 : token.isSymbol("]") ? -1 : 0;
            if (token.kind() == Kind.NAMED_PARAMETER && depth == 0 && !escaped) {
                names.add(token.text().substring(1));
            }
            escaped = token.isSymbol("\\");
        }
        check(names, List.of());
    }

    /** The text, fit to be in a prepared statement that has parameters elsewhere. */
    public static String withoutParameters(String text, SqlSyntax syntax) {
        StringBuilder sql = new StringBuilder();
        for (SqlToken token : SqlLexer.tokens(text, syntax)) {
            sql.append(token.isSymbol("?") ? "??" : token.text());
        }
        return sql.toString();
    }

    /**
     * Holds the names of a text against those that were given a value.
     *
     * @throws RetortException naming each one without a value and each value that is never used
     */
    public static void check(Collection<String> used, Collection<String> given) {
        Set<String> missing = new LinkedHashSet<>(used);
        missing.removeAll(given);
        Set<String> unused = new LinkedHashSet<>(given);
        unused.removeAll(used);
        List<Problem> problems = new ArrayList<>();
        for (String name : missing) {
            String hint = Suggestion.didYouMean(name, unused)
                    .orElse("Give " + name + ": a value, or write \\: for a colon that begins no parameter.");
            problems.add(Problem.of("The SQL names :" + name + ", which was given no value.")
                    .withHint(hint));
        }
        for (String name : unused) {
            String hint =
                    Suggestion.didYouMean(name, missing).orElse("Write :" + name + " in the SQL, or take it away.");
            problems.add(Problem.of("The value " + name + ": is not used by the SQL.")
                    .withHint(hint));
        }
        if (!problems.isEmpty()) {
            throw new RetortException(RetortException.Kind.SCRIPT, problems);
        }
    }
}
