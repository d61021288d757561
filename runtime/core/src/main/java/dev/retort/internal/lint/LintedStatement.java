package dev.retort.internal.lint;

import dev.retort.LintFinding.Rows;
import dev.retort.Location;
import dev.retort.internal.dialect.Cost;
import dev.retort.internal.dialect.SqlShape;
import dev.retort.internal.fold.SchemaAt;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.CreateIndex;
import dev.retort.internal.operation.DetachPartition;
import dev.retort.internal.operation.DropIndex;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.run.fold.FoldListener;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One statement of a script, or one of the statements in an author's SQL. */
public final class LintedStatement {

    /** By which a statement is called. */
    private static final Set<String> WORDS = Set.of(
            "ALTER",
            "CONCURRENTLY",
            "CREATE",
            "DELETE",
            "DOMAIN",
            "DROP",
            "EXTENSION",
            "FROM",
            "FUNCTION",
            "INDEX",
            "INSERT",
            "INTO",
            "LOCK",
            "MATERIALIZED",
            "OR",
            "PRAGMA",
            "REFRESH",
            "REINDEX",
            "REPLACE",
            "SCHEMA",
            "SEQUENCE",
            "SET",
            "TABLE",
            "TRIGGER",
            "TRUNCATE",
            "TYPE",
            "UNIQUE",
            "UPDATE",
            "VACUUM",
            "VIEW");

    private static final Set<String> PASSED_OVER = Set.of("CONCURRENTLY", "OR", "REPLACE", "FROM", "INTO");

    private final Scene scene;
    private final FoldListener.Place place;
    private final Operation asked;
    private final TablesSoFar tables;
    private final SchemaAt before;
    private final @Nullable String sql;
    private final List<SqlToken> tokens;
    private final List<LintedChange> changes = new ArrayList<>();

    /** Where a statement is, and what it meets there. */
    record Setting(Scene scene, FoldListener.Place place, TablesSoFar tables, SchemaAt before) {}

    /**
     * @param sql the statement in an author's SQL; null where it is an operation
     * @param tokens of the SQL, without spaces and comments
     */
    LintedStatement(Setting setting, Operation asked, @Nullable String sql, List<SqlToken> tokens) {
        this.scene = setting.scene();
        this.place = setting.place();
        this.asked = asked;
        this.tables = setting.tables();
        this.before = setting.before();
        this.sql = sql;
        this.tokens = tokens;
    }

    void add(Operation change, SchemaAt at) {
        changes.add(new LintedChange(
                change,
                at,
                this,
                scene.costs().of(change, at, scene.server()).stream()
                        .filter(cost -> !isFresh(cost.table()))
                        .map(this::ofRows)
                        .toList()));
    }

    /** Of a table without rows, none are read and written. */
    private Cost ofRows(Cost cost) {
        boolean none = tables.rows(cost.table(), before)
                .filter(TablesSoFar.Rows.TRUNCATED::equals)
                .isPresent();
        return none ? new Cost(cost.table(), cost.mode(), cost.keepsOut(), Rows.UNTOUCHED) : cost;
    }

    public Scene scene() {
        return scene;
    }

    /** Where it is: a statement of a file of SQL, in that. */
    public Location place() {
        return place.exact();
    }

    /** Where the script asks for it. */
    public Location line() {
        return place.line();
    }

    /** What the script asks for: an operation, or the SQL that this statement is of. */
    public Operation asked() {
        return asked;
    }

    public SchemaAt before() {
        return before;
    }

    public List<LintedChange> changes() {
        return changes;
    }

    /** The statement, where an author wrote it as SQL. */
    public Optional<String> sql() {
        return Optional.ofNullable(sql);
    }

    /** Of the SQL, without spaces and comments; none of an operation. */
    public List<SqlToken> tokens() {
        return tokens;
    }

    public Optional<SqlShape> shape() {
        return tokens.isEmpty() ? Optional.empty() : scene.costs().shape(tokens);
    }

    public boolean is(String... words) {
        if (tokens.size() < words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    public boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    /** Whether the revision itself has created it. */
    public boolean isFresh(QualifiedName table) {
        return tables.isFresh(table, before);
    }

    /** Whether rows may be in it: from before the revision, or from the revision itself. */
    public boolean mayHaveRows(QualifiedName table) {
        return tables.rows(table, before).map(TablesSoFar.Rows.INSERTED::equals).orElse(!isFresh(table));
    }

    /** Whether it may do what its words do not say. */
    public boolean mayDoAnything() {
        return is("DO") || is("CALL") || is("SELECT") || is("WITH") || is("MERGE");
    }

    /** Whether it is in an {@code autocommit}. */
    public boolean inAutocommit() {
        return place.apart();
    }

    /** Whether it is committed by itself, so that its locks end with it. */
    public boolean apart() {
        return place.apart() || leavesTransaction();
    }

    /** Whether what is before it is committed first. */
    private boolean leavesTransaction() {
        return asked instanceof Backfill
                || asked instanceof CreateIndex create && create.concurrently()
                || asked instanceof DropIndex drop && drop.concurrently()
                || asked instanceof DetachPartition detach && detach.concurrently();
    }

    /** As an author calls it: {@code createIndex}, or {@code CREATE UNIQUE INDEX}. */
    public String words() {
        if (tokens.isEmpty()) {
            return asked.verb();
        }
        return tokens.stream()
                .map(SqlToken::upper)
                .takeWhile(WORDS::contains)
                .filter(word -> !PASSED_OVER.contains(word))
                .collect(Collectors.joining(" "));
    }
}
