package dev.retort.internal.dialect.sqlite;

import dev.retort.internal.dialect.BoundSql;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of an {@link Execute} or a query. It may not reach other files ({@code ATTACH}, {@code VACUUM INTO},
 * extensions), and may not end the transaction in which its revision is recorded. Of the files this says only in better
 * words, and sooner, what {@link Confinement} makes sure of.
 */
final class AuthorsSql {

    private static final Set<String> OTHER_FILES = Set.of("ATTACH", "DETACH", "BACKUP", "RESTORE");
    private static final Set<String> PRAGMAS = Set.of(
            "TEMP_STORE_DIRECTORY", "DATA_STORE_DIRECTORY", "WRITABLE_SCHEMA", "HARD_HEAP_LIMIT", "SOFT_HEAP_LIMIT");
    private static final Set<String> FILE_FUNCTIONS = Set.of("LOAD_EXTENSION", "WRITEFILE", "READFILE", "EDIT");

    private AuthorsSql() {}

    static List<SqlStatement> statements(Execute operation) {
        return BoundSql.statements(operation, Names.SYNTAX).stream()
                .map(AuthorsSql::checked)
                .toList();
    }

    /** A statement that was put together with SQL of the author's, which may not make two of it. */
    static SqlStatement whole(String sql) {
        return SqlStatement.of(part("This", sql));
    }

    /** A whole statement of the author's: without the semicolon behind it. */
    static String part(String what, String sql) {
        String single = BoundSql.single(what, sql, Names.SYNTAX);
        return checked(SqlStatement.of(single)).sql();
    }

    static SqlStatement query(String sql, Map<String, @Nullable Object> parameters) {
        return checked(BoundSql.query(sql, parameters, Names.SYNTAX));
    }

    private static SqlStatement checked(SqlStatement statement) {
        List<SqlToken> tokens = Names.tokens(statement.sql());
        if (BoundSql.endsTransaction(tokens)) {
            throw Refusal.of(
                    "A migration may not end its transaction: " + statement.sql() + ".",
                    "Leave it out; each revision is a transaction of its own.");
        }
        if (statement.parameterRows().isEmpty()) {
            tokens.forEach(AuthorsSql::refuseVariable);
        }
        String first = tokens.get(0).upper();
        boolean vacuum = first.equals("VACUUM");
        if (OTHER_FILES.contains(first) || (vacuum && !isOfThisDatabase(tokens))) {
            throw beyond(statement.sql());
        }
        boolean pragma = has(tokens, "PRAGMA");
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean calls = FILE_FUNCTIONS.contains(word(tokens.get(i)))
                    && tokens.get(i + 1).isSymbol("(");
            if (calls || (pragma && PRAGMAS.contains(word(tokens.get(i + 1))))) {
                throw beyond(statement.sql());
            }
        }
        return vacuum ? new SqlStatement(Confinement.VACUUM, List.of(), true) : statement;
    }

    /** SQLite would take it for NULL, as nothing is bound to it. Outside of quotes these stand for nothing else. */
    private static void refuseVariable(SqlToken token) {
        if (token.isSymbol("?") || token.isSymbol("@") || token.isSymbol("$")) {
            throw Refusal.of(
                    "The SQL has a parameter that begins with " + token.text() + ", and nothing to put there.",
                    "Write :name, and give name: a value.");
        }
    }

    /** Quotes do not change which function or pragma is meant. */
    private static String word(SqlToken token) {
        return Names.read(token).toUpperCase(Locale.ROOT);
    }

    private static boolean has(List<SqlToken> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    private static boolean isOfThisDatabase(List<SqlToken> tokens) {
        return tokens.size() == 1 || (tokens.size() == 2 && word(tokens.get(1)).equals("MAIN"));
    }

    static RuntimeException beyond(String sql) {
        return Refusal.of(
                "A migration may not reach beyond its database: " + sql + ".", "Do this outside the migration.");
    }
}
