package dev.retort.internal.dialect.postgres;

import dev.retort.internal.dialect.ScriptSession;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The session of psql. No server is there to be asked, so that a statement's text alone says whether it may set something. */
final class PsqlSession implements ScriptSession {

    /** What begins so sets nothing, as long as no word within says so. */
    private static final Set<String> HARMLESS = Set.of(
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "COPY",
            "CREATE",
            "ALTER",
            "DROP",
            "COMMENT",
            "GRANT",
            "REVOKE",
            "TRUNCATE",
            "VACUUM",
            "ANALYZE",
            "ANALYSE",
            "REINDEX",
            "REFRESH",
            "CLUSTER",
            "LOCK");

    private static final Set<String> TELLTALE = Set.of("TEMP", "TEMPORARY", "PG_TEMP", "SET_CONFIG");

    /** DISCARD ALL would do it as well, but in no transaction. The settings of psql and of its role are what is left. */
    private static final List<String> RESET = List.of(
            "RESET SESSION AUTHORIZATION",
            "RESET ROLE",
            "RESET ALL",
            "CLOSE ALL",
            "UNLISTEN *",
            "DEALLOCATE ALL",
            "DISCARD TEMP",
            "DISCARD SEQUENCES");

    /** In another encoding psql would find the end of a string with other characters than ASCII's at another place. */
    static final String ENCODING = "SET client_encoding = 'UTF8'";

    /** What comes after would be taken for commands where the server refuses the rows. */
    private static final String STOP = "\\set ON_ERROR_STOP on\n";

    /** What begins so, and goes on with no query, calls no function. */
    private static final Set<String> DEFINITIONS = Set.of("CREATE", "DROP", "COMMENT", "GRANT", "REVOKE");

    private static final Set<String> QUERIES = Set.of("SELECT", "EXECUTE", "INDEX", "VALUES");

    private final List<String> opening;
    private final List<String> ofTransaction = new ArrayList<>();
    private boolean touched;
    /** A function may have been called, which may have set another encoding. */
    private boolean called;
    /** What is written is Retort's own. */
    private boolean own;

    /** @param opening what the script begins with, and RESET undoes */
    PsqlSession(List<String> opening) {
        this.opening = List.copyOf(opening);
    }

    @Override
    public void note(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql, PostgresSyntax.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        if (tokens.isEmpty()) {
            return;
        }
        called |= !own
                && (!DEFINITIONS.contains(tokens.get(0).upper())
                        || tokens.stream().anyMatch(token -> QUERIES.contains(token.upper())));
        touched |= !HARMLESS.contains(tokens.get(0).upper())
                || tokens.stream().anyMatch(token -> TELLTALE.contains(token.upper()));
        if (tokens.size() > 1 && tokens.get(0).isWord("SET") && tokens.get(1).isWord("LOCAL")) {
            ofTransaction.add("SET SESSION" + sql.strip().replaceFirst("(?is)^set\\s+local", ""));
        }
    }

    @Override
    public List<String> before(String sql) {
        boolean ascii = sql.chars().allMatch(c -> c < 0x80);
        if (!called || ascii) {
            return List.of();
        }
        called = false;
        return List.of(ENCODING);
    }

    @Override
    public String beforeRows() {
        String encoding = called ? ENCODING + ";\n" : "";
        called = true;
        return STOP + encoding;
    }

    /** The transaction that an author means is the revision's. */
    @Override
    public List<String> afterPart() {
        List<String> again = List.copyOf(ofTransaction);
        ofTransaction.clear();
        return again;
    }

    @Override
    public List<String> among(List<String> own) {
        return touched ? own.stream().map(Guard::atHome).toList() : own;
    }

    @Override
    public List<String> beforeOwn() {
        own = true;
        ofTransaction.clear();
        if (!touched) {
            return List.of();
        }
        touched = false;
        List<String> reset = new ArrayList<>(RESET);
        reset.addAll(opening);
        return reset;
    }

    @Override
    public List<String> afterRevision() {
        boolean again = called;
        called = false;
        own = false;
        return again ? List.of(ENCODING) : List.of();
    }
}
