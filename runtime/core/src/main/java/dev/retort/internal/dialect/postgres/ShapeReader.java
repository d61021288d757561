package dev.retort.internal.dialect.postgres;

import dev.retort.LintFinding.Rows;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.dialect.SqlShape.Kind;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a statement of PostgreSQL is, by its words alone, where no operation of the language does the same. */
final class ShapeReader {

    private static final Set<String> OF_TRANSACTION = Set.of("LOCAL", "TRANSACTION", "CONSTRAINTS");

    /** What turns an option off that is on where it is named. */
    private static final Set<String> OFF = Set.of("FALSE", "OFF", "0");

    private final List<SqlToken> tokens;
    private int at;

    /** @param tokens without spaces and comments */
    ShapeReader(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    Optional<SqlShape> shape() {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        return switch (next()) {
            case "REINDEX" -> reindex();
            case "VACUUM" -> vacuum();
            case "CLUSTER" -> repacked("CLUSTER");
            case "TRUNCATE" -> truncate();
            case "REFRESH" -> refresh();
            case "LOCK" -> lock();
            case "ALTER" -> alter();
            case "CREATE" ->
                is("DOMAIN") && has("CHECK") ? of(Kind.DOMAIN_RULE, "CREATE DOMAIN … CHECK", null) : none();
            case "SET" -> set();
            default -> none();
        };
    }

    private Optional<SqlShape> reindex() {
        boolean beside = options("CONCURRENTLY");
        String what = next();
        if (beside || skip("CONCURRENTLY")) {
            return none();
        }
        QualifiedName name = name();
        List<Cost> costs = what.equals("TABLE") && name != null ? costs(name, LockMode.SHARE, Rows.READ) : List.of();
        // The catalogs of a database cannot be built again concurrently.
        String better = name == null || what.equals("SYSTEM")
                ? null
                : "REINDEX " + what + " CONCURRENTLY " + Identifiers.quote(name);
        return Optional.of(new SqlShape(Kind.REINDEX, "REINDEX " + what, costs, better));
    }

    private Optional<SqlShape> vacuum() {
        boolean full = options("FULL");
        while (is("FULL") || is("FREEZE") || is("VERBOSE") || is("ANALYZE")) {
            full |= next().equals("FULL");
        }
        return full ? repacked("VACUUM FULL") : none();
    }

    private Optional<SqlShape> repacked(String words) {
        options("VERBOSE");
        skip("VERBOSE");
        QualifiedName name = name();
        List<Cost> costs = name == null ? List.of() : costs(name, LockMode.ACCESS_EXCLUSIVE, Rows.REWRITTEN);
        return Optional.of(new SqlShape(Kind.REPACK, words, costs, null));
    }

    private Optional<SqlShape> truncate() {
        skip("TABLE");
        List<Cost> costs = new ArrayList<>();
        do {
            skip("ONLY");
            QualifiedName name = name();
            if (name != null) {
                costs.addAll(costs(name, LockMode.ACCESS_EXCLUSIVE, Rows.UNTOUCHED));
            }
            skip("*");
        } while (skip(","));
        boolean cascade = has("CASCADE");
        return Optional.of(new SqlShape(
                cascade ? Kind.TRUNCATE_CASCADE : Kind.TRUNCATE,
                cascade ? "TRUNCATE … CASCADE" : "TRUNCATE",
                costs,
                null));
    }

    private Optional<SqlShape> refresh() {
        skip("MATERIALIZED");
        skip("VIEW");
        boolean beside = skip("CONCURRENTLY");
        QualifiedName name = name();
        boolean emptied = text(at).startsWith("WITH NO DATA");
        return beside || emptied || name == null
                ? none()
                : Optional.of(new SqlShape(
                        Kind.REFRESH,
                        "REFRESH MATERIALIZED VIEW",
                        costs(name, LockMode.ACCESS_EXCLUSIVE, Rows.REWRITTEN),
                        "REFRESH MATERIALIZED VIEW CONCURRENTLY " + Identifiers.quote(name)));
    }

    private Optional<SqlShape> lock() {
        skip("TABLE");
        skip("ONLY");
        QualifiedName name = name();
        LockMode mode = LockMode.ACCESS_EXCLUSIVE;
        for (LockMode each : LockMode.values()) {
            String words = " " + each.words() + " MODE";
            mode = (" " + text()).contains(" IN" + words) ? each : mode;
        }
        return name == null
                ? none()
                : Optional.of(new SqlShape(Kind.LOCK_TABLE, "LOCK TABLE", costs(name, mode, Rows.UNTOUCHED), null));
    }

    private Optional<SqlShape> alter() {
        return switch (next()) {
            case "TABLE" -> alterTable();
            case "DOMAIN" -> alterDomain();
            case "SYSTEM" -> of(Kind.LASTING_SETTING, "ALTER SYSTEM", null);
            case "DATABASE" -> has("SET") ? of(Kind.LASTING_SETTING, "ALTER DATABASE … SET", null) : none();
            case "ROLE", "USER" -> has("SET") ? of(Kind.LASTING_SETTING, "ALTER ROLE … SET", null) : none();
            default -> none();
        };
    }

    private Optional<SqlShape> alterDomain() {
        boolean looks = (has("ADD") && !has("VALID")) || (has("SET") && has("NULL"));
        return looks ? of(Kind.DOMAIN_RULE, "ALTER DOMAIN", null) : none();
    }

    private Optional<SqlShape> alterTable() {
        skip("IF");
        skip("EXISTS");
        skip("ONLY");
        QualifiedName table = name();
        skip("*");
        if (table == null) {
            return none();
        }
        String text = text(at);
        for (String words : List.of("SET LOGGED", "SET UNLOGGED", "SET TABLESPACE", "SET ACCESS METHOD")) {
            if (text.startsWith(words + " ") || text.contains(", " + words + " ")) {
                return Optional.of(
                        new SqlShape(Kind.MOVE, words, costs(table, LockMode.ACCESS_EXCLUSIVE, Rows.REWRITTEN), null));
            }
        }
        if (text.contains("REPLICA IDENTITY FULL ") || text.contains("REPLICA IDENTITY NOTHING ")) {
            return Optional.of(new SqlShape(
                    Kind.REPLICA_IDENTITY,
                    "REPLICA IDENTITY",
                    costs(table, LockMode.ACCESS_EXCLUSIVE, Rows.UNTOUCHED),
                    null));
        } else if (text.matches("(?i).*\\bAUTOVACUUM_ENABLED = '?(FALSE|OFF|0)\\b.*")) {
            return Optional.of(new SqlShape(
                    Kind.NO_AUTOVACUUM,
                    "SET (autovacuum_enabled = false)",
                    costs(table, LockMode.SHARE_UPDATE_EXCLUSIVE, Rows.UNTOUCHED),
                    null));
        }
        for (String word : List.of("ENABLE", "DISABLE")) {
            boolean first = text.startsWith(word + " ");
            if (first && (text.contains(" TRIGGER ") || text.startsWith(word + " TRIGGER"))) {
                return Optional.of(new SqlShape(
                        Kind.TRIGGER_STATE,
                        word + " TRIGGER",
                        costs(table, LockMode.SHARE_ROW_EXCLUSIVE, Rows.UNTOUCHED),
                        null));
            }
        }
        return none();
    }

    private Optional<SqlShape> set() {
        return tokens.size() > 1 && OF_TRANSACTION.contains(tokens.get(1).upper())
                ? none()
                : of(Kind.SESSION_SETTING, "SET", null);
    }

    // ---- the words ----

    private static Optional<SqlShape> none() {
        return Optional.empty();
    }

    private static Optional<SqlShape> of(Kind kind, String words, @Nullable String better) {
        return Optional.of(new SqlShape(kind, words, List.of(), better));
    }

    private static List<Cost> costs(QualifiedName table, LockMode mode, Rows rows) {
        return List.of(PostgresCosts.cost(table, mode, rows));
    }

    private boolean is(String word) {
        return at < tokens.size() && tokens.get(at).upper().equals(word);
    }

    private boolean skip(String word) {
        boolean is = is(word);
        at += is ? 1 : 0;
        return is;
    }

    private String next() {
        return at < tokens.size() ? tokens.get(at++).upper() : "";
    }

    private boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    /** Skips what is in brackets after the first word; whether the option is on there. */
    private boolean options(String option) {
        if (!skip("(")) {
            return false;
        }
        boolean on = false;
        while (at < tokens.size() && !skip(")")) {
            boolean named = next().equals(option);
            boolean off = at < tokens.size()
                    && OFF.contains(tokens.get(at).identifier().toUpperCase(Locale.ROOT));
            on |= named && !off;
        }
        return on;
    }

    private String text() {
        return text(0);
    }

    private String text(int from) {
        StringBuilder text = new StringBuilder();
        for (SqlToken token : tokens.subList(Math.min(from, tokens.size()), tokens.size())) {
            text.append(token.isSymbol(",") ? "" : " ").append(token.upper());
        }
        return text.toString().strip() + " ";
    }

    private @Nullable QualifiedName name() {
        String first = identifier();
        if (first == null || !skip(".")) {
            return first == null ? null : QualifiedName.of(first);
        }
        String second = identifier();
        return second == null ? null : new QualifiedName(first, second);
    }

    private @Nullable String identifier() {
        if (at >= tokens.size()) {
            return null;
        }
        SqlToken token = tokens.get(at);
        if (token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER) {
            at++;
            return token.identifier();
        } else if (token.kind() == SqlToken.Kind.WORD) {
            at++;
            return token.text().toLowerCase(Locale.ROOT);
        }
        return null;
    }
}
