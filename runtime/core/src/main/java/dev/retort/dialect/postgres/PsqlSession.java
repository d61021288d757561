package dev.retort.dialect.postgres;

import dev.retort.dialect.ScriptSession;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlToken;
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

    private final List<String> opening;
    private final List<String> ofTransaction = new ArrayList<>();
    private boolean touched;

    /** @param opening what the script begins with, and RESET undoes */
    PsqlSession(List<String> opening) {
        this.opening = List.copyOf(opening);
    }

    @Override
    public void note(String sql) {
        List<SqlToken> tokens = SqlLexer.tokens(sql, PostgresDialect.SYNTAX).stream()
                .filter(token -> !token.isBlank())
                .toList();
        if (tokens.isEmpty()) {
            return;
        }
        touched |= !HARMLESS.contains(tokens.get(0).upper())
                || tokens.stream().anyMatch(token -> TELLTALE.contains(token.upper()));
        if (tokens.size() > 1 && tokens.get(0).isWord("SET") && tokens.get(1).isWord("LOCAL")) {
            ofTransaction.add("SET SESSION" + sql.strip().replaceFirst("(?is)^set\\s+local", ""));
        }
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
        return List.of();
    }
}
