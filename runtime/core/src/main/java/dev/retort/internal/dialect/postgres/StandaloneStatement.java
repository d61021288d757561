package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.Catalog;
import dev.retort.internal.dialect.Outcome;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.script.Row;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement that runs outside of any transaction, and what became of it. Such a statement commits by itself, some
 * several times on their way, so that only the catalog knows how far it came when nobody saw its end.
 */
final class StandaloneStatement {

    private static final Set<String> TRANSACTIONAL = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "SELECT",
            "VALUES",
            "TABLE",
            "WITH",
            "(",
            "TRUNCATE",
            "LOCK",
            "COMMENT",
            "GRANT",
            "REVOKE",
            "REASSIGN",
            "SECURITY",
            "REFRESH",
            "CREATE",
            "ALTER",
            "DROP",
            "SET",
            "RESET");

    /** What is created, altered or dropped outside of transactions only. */
    private static final Set<String> BEYOND_TRANSACTIONS = Set.of("DATABASE", "TABLESPACE", "SUBSCRIPTION", "SYSTEM");

    private static final Set<String> REPEATABLE = Set.of("VACUUM", "ANALYZE", "ANALYSE", "CHECKPOINT", "CLUSTER");

    /** They may commit on their way, so that an error does not mean that nothing was done. */
    private static final Set<String> COMMITTING = Set.of("CALL", "DO");

    private final String sql;
    private final List<SqlToken> tokens;
    private final Catalog catalog;

    StandaloneStatement(String sql, Catalog catalog) {
        this.sql = sql;
        this.tokens = tokens(sql);
        this.catalog = catalog;
    }

    static boolean runsInTransaction(String sql) {
        List<SqlToken> tokens = tokens(sql);
        String first = tokens.get(0).upper();
        boolean beyond =
                tokens.size() > 1 && BEYOND_TRANSACTIONS.contains(tokens.get(1).upper());
        boolean concurrently = !first.equals("REFRESH") && has(tokens, "CONCURRENTLY");
        return TRANSACTIONAL.contains(first) && !beyond && !concurrently;
    }

    /** Whether it is a SET that outlives the transaction. */
    static boolean setsUpConnection(String sql) {
        List<SqlToken> tokens = tokens(sql);
        boolean ofTransaction = tokens.size() > 1
                && Set.of("LOCAL", "CONSTRAINTS", "TRANSACTION")
                        .contains(tokens.get(1).upper());
        return (tokens.get(0).isWord("SET") && !ofTransaction) || tokens.get(0).isWord("RESET");
    }

    Outcome outcome(boolean refused) {
        if (!refused && isRunning()) {
            return Outcome.RUNNING;
        } else if (startsWith("CREATE") && has(tokens, "INDEX") && has(tokens, "CONCURRENTLY")) {
            return ofCreateIndex();
        } else if (startsWith("DROP", "INDEX")) {
            return ofDropIndex();
        } else if (startsWith("ALTER", "TYPE") && has(tokens, "ADD") && has(tokens, "VALUE")) {
            return ofAddValue();
        } else if (REPEATABLE.contains(tokens.get(0).upper())) {
            return Outcome.NOT_DONE;
        }
        return refused && leavesNothingWhenRefused() ? Outcome.NOT_DONE : Outcome.UNKNOWN;
    }

    private boolean leavesNothingWhenRefused() {
        String text = sql.toUpperCase(Locale.ROOT);
        boolean mayCommit = startsWith("CALL") || text.contains("COMMIT") || text.contains("CALL");
        return !COMMITTING.contains(tokens.get(0).upper()) || !mayCommit;
    }

    /** A server goes on with a statement for a while after its client died. */
    private boolean isRunning() {
        return !catalog.query(
                        "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                                + " AND datname = current_database() AND state = 'active'"
                                + " AND left(query, 500) = left(CAST(? AS text), 500)",
                        sql)
                .isEmpty();
    }

    /** An index that is not valid was left by a build that was interrupted: it costs every write, and serves no read. */
    private Outcome ofCreateIndex() {
        int name = behind("CONCURRENTLY", "IF", "NOT", "EXISTS");
        int on = indexOf("ON");
        if (on != name + 1) {
            return Outcome.UNKNOWN;
        }
        int table = tokens.get(on + 1).isWord("ONLY") ? on + 2 : on + 1;
        List<Row> found = catalog.query(
                "SELECT i.indisvalid AS valid, n.nspname AS schema, c.relname AS name FROM pg_index i"
                        + " JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE i.indrelid = to_regclass(?) AND c.relname = CAST(? AS name)",
                qualified(table),
                identifier(tokens.get(name)));
        if (found.isEmpty()) {
            return Outcome.NOT_DONE;
        }
        Row index = found.get(0);
        if (Boolean.TRUE.equals(index.bool("valid"))) {
            return Outcome.DONE;
        }
        String drop = "DROP INDEX CONCURRENTLY " + Identifiers.quote(String.valueOf(index.get("schema"))) + "."
                + Identifiers.quote(String.valueOf(index.get("name")));
        return Outcome.rubble(new SqlStatement(drop, List.of(), true));
    }

    /** An index that is half dropped can still be dropped. */
    private Outcome ofDropIndex() {
        int name = behind(has(tokens, "CONCURRENTLY") ? "CONCURRENTLY" : "INDEX", "IF", "EXISTS");
        return catalog.query("SELECT 1 AS found WHERE to_regclass(?) IS NOT NULL", qualified(name))
                        .isEmpty()
                ? Outcome.DONE
                : Outcome.NOT_DONE;
    }

    private Outcome ofAddValue() {
        int value = behind("VALUE", "IF", "NOT", "EXISTS");
        String text = tokens.get(value).text();
        if (tokens.get(value).kind() != SqlToken.Kind.STRING || !text.startsWith("'")) {
            return Outcome.UNKNOWN;
        }
        String label = text.substring(1, text.length() - 1).replace("''", "'");
        return catalog.query(
                                "SELECT 1 AS found FROM pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = ?",
                                qualified(2),
                                label)
                        .isEmpty()
                ? Outcome.NOT_DONE
                : Outcome.DONE;
    }

    private boolean startsWith(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (i >= tokens.size() || !tokens.get(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The first token behind a word, and behind more words where they follow it. */
    private int behind(String word, String... more) {
        int at = indexOf(word) + 1;
        for (String next : more) {
            if (at < tokens.size() && tokens.get(at).isWord(next)) {
                at++;
            }
        }
        return Math.min(at, tokens.size() - 1);
    }

    private int indexOf(String word) {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.get(i).isWord(word)) {
                return i;
            }
        }
        return tokens.size() - 2;
    }

    /** The name that begins at a token, as it stands. */
    private String qualified(int at) {
        int end = at;
        while (end + 2 < tokens.size() && tokens.get(end + 1).isSymbol(".")) {
            end += 2;
        }
        return tokens.subList(at, end + 1).stream().map(SqlToken::text).collect(Collectors.joining());
    }

    private static String identifier(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.identifier();
    }

    private static boolean has(List<SqlToken> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    private static List<SqlToken> tokens(String sql) {
        return SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
    }
}
