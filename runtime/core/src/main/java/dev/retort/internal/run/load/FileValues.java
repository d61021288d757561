package dev.retort.internal.run.load;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.Spelling;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.sql.NamedParameters;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a script gives to a file of SQL. {@code :name} is bound where a statement can be prepared; in all others,
 * GRANT for one, it becomes a quoted identifier or a literal, whichever fits its place. As in psql, {@code :"name"}
 * is always an identifier, and {@code :'name'} always a literal.
 */
final class FileValues {

    private static final Set<String> PREPARED =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "VALUES", "REPLACE");

    /** What a name follows, and no value. */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "TO",
            "FROM",
            "ON",
            "BY",
            "FOR",
            "INTO",
            "ROLE",
            "USER",
            "GROUP",
            "SCHEMA",
            "TABLE",
            "VIEW",
            "SEQUENCE",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "TYPE",
            "DOMAIN",
            "DATABASE",
            "AUTHORIZATION",
            "EXISTS",
            "INDEX",
            "TRIGGER",
            "POLICY",
            "COLUMN",
            "CONSTRAINT",
            "ONLY",
            "EXTENSION",
            "PUBLICATION",
            "SUBSCRIPTION",
            "SERVER",
            "TABLESPACE",
            "LANGUAGE",
            "WRAPPER",
            "COLLATION",
            "ADMIN",
            "MEMBER",
            "ADD",
            "DROP",
            "RENAME",
            ".");

    private static final Set<String> GRANTS = Set.of("GRANT", "REVOKE");

    private final Spelling spelling;
    private final Map<String, @Nullable Object> values;
    private final boolean complete;
    private final boolean anything;

    private FileValues(Spelling spelling, Map<String, @Nullable Object> values, boolean complete, boolean anything) {
        this.spelling = spelling;
        this.values = values;
        this.complete = complete;
        this.anything = anything;
    }

    /** Those of an operation; where it names the file that undoes it, they may be for that one. */
    static FileValues of(ExecuteFile operation, Spelling spelling) {
        return new FileValues(spelling, operation.values(), operation.down() == null, false);
    }

    /** For a look at a file of which nobody knows yet what values it gets. */
    static FileValues anything(Spelling spelling) {
        return new FileValues(spelling, Map.of(), false, true);
    }

    /** @throws RetortException of the kind SCRIPT with each value that the text does not name */
    void check(String text) {
        if (values.isEmpty() || !complete) {
            return;
        }
        Set<String> used = new HashSet<>();
        List<SqlToken> tokens = SqlLexer.tokens(text, spelling.syntax());
        for (int i = 0; i < tokens.size(); i++) {
            String name = name(tokens, i);
            if (name != null && values.containsKey(name)) {
                used.add(name);
            }
        }
        NamedParameters.check(used, values.keySet());
    }

    /** One statement of the file, with the values that it names. */
    Execute into(String sql) {
        if (values.isEmpty() && !anything) {
            return new Execute(sql, Map.of());
        }
        List<SqlToken> tokens = SqlLexer.tokens(sql, spelling.syntax());
        List<SqlToken> words = tokens.stream().filter(token -> !token.isBlank()).toList();
        boolean prepared = PREPARED.contains(words.get(0).upper()) && !anything;
        Map<String, @Nullable Object> bound = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String name = name(tokens, i);
            if (name == null || !(anything || values.containsKey(name))) {
                text.append(tokens.get(i).text());
            } else if (tokens.get(i).kind() != SqlToken.Kind.NAMED_PARAMETER) {
                i++;
                text.append(tokens.get(i).text().startsWith("'") ? literal(name) : identifier(name));
            } else if (prepared) {
                bound.put(name, values.get(name));
                text.append(tokens.get(i).text());
            } else {
                text.append(isName(words.get(0), tokens.subList(0, i)) ? identifier(name) : literal(name));
            }
        }
        return new Execute(bound.isEmpty() ? unescaped(text.toString()) : text.toString(), bound);
    }

    /** Where nothing is bound, nobody takes away the backslash of a colon that begins no name. */
    private String unescaped(String sql) {
        StringBuilder text = new StringBuilder();
        List<SqlToken> tokens = SqlLexer.tokens(sql, spelling.syntax());
        for (int i = 0; i < tokens.size(); i++) {
            boolean escape = tokens.get(i).isSymbol("\\")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).text().startsWith(":");
            text.append(escape ? "" : tokens.get(i).text());
        }
        return text.toString();
    }

    /** The name that begins at a token: {@code :name}, {@code :'name'}, {@code :"name"}; null where none does. */
    private static @Nullable String name(List<SqlToken> tokens, int index) {
        SqlToken token = tokens.get(index);
        if (index > 0 && tokens.get(index - 1).isSymbol("\\")) {
            return null;
        } else if (token.kind() == SqlToken.Kind.NAMED_PARAMETER) {
            return token.text().substring(1);
        }
        SqlToken next = tokens.get(Math.min(index + 1, tokens.size() - 1));
        boolean quoted = token.isSymbol(":")
                && next.text().length() > 2
                && (next.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
                        || (next.kind() == SqlToken.Kind.STRING && next.text().startsWith("'")));
        return quoted ? next.text().substring(1, next.text().length() - 1) : null;
    }

    private static boolean isName(SqlToken first, List<SqlToken> before) {
        if (GRANTS.contains(first.upper())) {
            return true;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            if (!before.get(i).isBlank()) {
                return BEFORE_NAMES.contains(before.get(i).upper());
            }
        }
        return false;
    }

    private String literal(String name) {
        return anything ? "NULL" : spelling.literal(values.get(name));
    }

    private String identifier(String name) {
        Object value = anything ? "x" : values.get(name);
        if (value == null) {
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("The value " + name + ": is null where the name of something is needed.")
                            .withHint("Give one; what comes from -x may be missing: argument('" + name
                                    + "') ?: 'a_name'"));
        }
        return spelling.quote(value.toString());
    }
}
