package dev.retort.internal.dialect;

import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Backfill.Assignments;
import dev.retort.internal.operation.Condition;
import dev.retort.internal.operation.SqlExpression;
import dev.retort.internal.sql.NamedParameters;
import dev.retort.internal.sql.SqlLexer;
import dev.retort.internal.sql.SqlSyntax;
import dev.retort.internal.sql.SqlToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that a {@link Backfill} is made of; places in the key are texts of {@link Keyset#text}. */
public final class BatchSql {

    private final Spelling spelling;
    private final Keyset keyset;
    private final Backfill backfill;
    private final List<RowKey.Column> key;
    /** Each of the author's texts is cut into its tokens once, not once a batch. */
    private final Map<String, AssembledSql.Authored> read = new HashMap<>();

    /**
     * @param key that the table is gone through by
     * @throws dev.retort.RetortException of the kind SCRIPT where the parameters are not those that the texts name
     */
    public BatchSql(Spelling spelling, Keyset keyset, Backfill backfill, RowKey key) {
        this.spelling = spelling;
        this.keyset = keyset;
        this.backfill = backfill;
        this.key = key.columns();
        List<String> used = new ArrayList<>(names(backfill.set()));
        used.addAll(backfill.where() instanceof Condition.Sql where ? names(where.sql()) : List.of());
        NamedParameters.check(used, backfill.parameters().keySet());
    }

    /** All of it in one statement, for a script that nobody stands by. */
    public static SqlStatement whole(Spelling spelling, Keyset keyset, Backfill backfill) {
        BatchSql sql = new BatchSql(spelling, keyset, backfill, new RowKey(List.of(), true));
        return sql.between(sql.setting(), null, null).statement();
    }

    /** The key of the row that makes the next batch full, as in {@link #lastOfNext}; no row where fewer are left. */
    public SqlStatement endOfNext(@Nullable List<String> after) {
        AssembledSql end =
                next(after).add(" LIMIT 1 OFFSET " + (backfill.batches().size() - 1));
        return text("SELECT " + key(Keyed.TEXT) + " FROM (")
                .add(end)
                .add(") AS batch_end")
                .query();
    }

    /** The key of the last row of the next batch, which may be a small one, a column {@code k1}, {@code k2}, …; no row where none is left. */
    public SqlStatement lastOfNext(@Nullable List<String> after) {
        AssembledSql batch = next(after).add(" LIMIT " + backfill.batches().size());
        AssembledSql last =
                text("SELECT " + key(Keyed.TEXT) + " FROM (").add(batch).add(") AS batch ORDER BY ");
        return last.add(key(Keyed.DESCENDING)).add(" LIMIT 1").query();
    }

    /** The greatest key of the table, as in {@link #lastOfNext}; no row where it is empty. */
    public SqlStatement lastOfAll() {
        return SqlStatement.of(
                "SELECT " + key(Keyed.TEXT) + " FROM " + table() + " ORDER BY " + key(Keyed.DESCENDING) + " LIMIT 1");
    }

    private AssembledSql next(@Nullable List<String> after) {
        String columns = key(Keyed.PLAIN);
        String order = " ORDER BY " + columns;
        if (backfill.where() == null || !keyset.plansByGuesses()) {
            return between(text("SELECT " + columns + " FROM " + table()), after, null)
                    .add(order);
        }
        // Behind OFFSET no condition is pulled into the query, where it would have a say in its plan.
        AssembledSql inOrder = behind(
                        matching(text("SELECT " + columns + ", ")).add(" AS retort_to_set FROM " + table()), after)
                .add(order + " OFFSET 0");
        return text("SELECT " + columns + " FROM (").add(inOrder).add(") AS in_order WHERE retort_to_set");
    }

    /** Sets the rows of a batch; of all that are left where the end is null. */
    public SqlStatement update(@Nullable List<String> after, @Nullable List<String> upTo) {
        return between(setting(), after, upTo).statement();
    }

    /** The same, telling of each row its key, as in {@link #lastOfNext}, and whether it is {@code unchanged}: still to be set. */
    public SqlStatement updateAndTell(@Nullable List<String> after, List<String> upTo) {
        AssembledSql still = text("");
        matching(still);
        return between(setting(), after, upTo)
                .add(" RETURNING " + key(Keyed.TEXT) + ", CASE WHEN ")
                .add(still)
                .add(" THEN 1 ELSE 0 END AS unchanged")
                .query();
    }

    /** Lets the database read what it is to do, without doing it. */
    public SqlStatement explained() {
        return between(text("EXPLAIN ").add(setting()), null, null).query();
    }

    /** How many rows {@code n} of a sample are still to be set, of those behind a place. */
    public SqlStatement countOfRest(@Nullable List<String> after, Keyset.Sample sample) {
        return between(text("SELECT count(*) AS n FROM " + table() + sample.clause()), after, null)
                .query();
    }

    /** How many rows {@code n} are still to be set, wherever they stand. Unlike a look for one, it may go by several processes at once. */
    public SqlStatement countOfLeft() {
        return text("SELECT count(*) AS n FROM " + table())
                .where(this::matching)
                .query();
    }

    /** A row that a column of the key does not tell apart, because it is null; empty where there can be none. */
    public List<SqlStatement> withoutKey() {
        String nulls = key.stream()
                .filter(RowKey.Column::nullable)
                .map(column -> spelling.quote(column.name()) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return nulls.isEmpty()
                ? List.of()
                : List.of(SqlStatement.of("SELECT 1 FROM " + table() + " WHERE " + nulls + " LIMIT 1"));
    }

    /** The columns that are set. */
    public static Set<String> columns(Assignments set, SqlSyntax syntax) {
        if (set instanceof Assignments.Values values) {
            return values.values().keySet();
        }
        Set<String> columns = new LinkedHashSet<>();
        List<SqlToken> target = new ArrayList<>();
        int depth = 0;
        boolean inTarget = true;
        for (SqlToken token : SqlLexer.tokens(((Assignments.Sql) set).sql(), syntax)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (inTarget && depth == 0 && token.isSymbol("=")) {
                target.forEach(name -> columns.add(name.identifier()));
                inTarget = false;
            } else if (depth == 0 && token.isSymbol(",")) {
                target.clear();
                inTarget = true;
            } else if (token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER) {
                target.add(token);
            }
        }
        return columns;
    }

    // ---- parts ----

    private enum Keyed {
        PLAIN,
        DESCENDING,
        TEXT
    }

    private String key(Keyed form) {
        List<String> columns = new ArrayList<>();
        for (RowKey.Column column : key) {
            columns.add(
                    switch (form) {
                        case PLAIN -> spelling.quote(column.name());
                        case DESCENDING -> spelling.quote(column.name()) + " DESC";
                        case TEXT -> keyset.text(column.name()) + " AS k" + (columns.size() + 1);
                    });
        }
        return String.join(", ", columns);
    }

    private AssembledSql text(String start) {
        return new AssembledSql(spelling, start, text -> read.computeIfAbsent(text, this::read));
    }

    private String table() {
        return spelling.quote(backfill.table());
    }

    private AssembledSql behind(AssembledSql text, @Nullable List<String> after) {
        return after == null ? text : text.where(condition -> compare(condition, " > ", after));
    }

    private AssembledSql between(AssembledSql text, @Nullable List<String> after, @Nullable List<String> upTo) {
        behind(text, after);
        if (upTo != null) {
            text.where(condition -> compare(condition, " <= ", upTo));
        }
        if (backfill.where() == null) {
            return text;
        }
        text.where(this::matching);
        // As an operand it leads to no index of its own.
        return upTo != null && keyset.plansByGuesses() ? text.add(" IS TRUE") : text;
    }

    /** Several columns are compared as a row: first by the first. */
    private AssembledSql compare(AssembledSql text, String comparison, List<String> place) {
        String open = key.size() == 1 ? "" : "(";
        String close = key.size() == 1 ? "" : ")";
        text.add(open + key(Keyed.PLAIN) + close + comparison + open);
        for (int i = 0; i < key.size(); i++) {
            text.add(i == 0 ? "" : ", ").add(keyset.value(place.get(i), key.get(i)));
        }
        return text.add(close);
    }

    private AssembledSql matching(AssembledSql text) {
        if (backfill.where() instanceof Condition.Sql where) {
            // The author's text may end in a comment.
            return text.add("(").author(where.sql()).add(where.sql().contains("--") ? "\n)" : ")");
        } else if (backfill.where() instanceof Condition.Matches columns) {
            return text.add("(").matching(columns).add(")");
        }
        return text.add("true");
    }

    private AssembledSql setting() {
        AssembledSql text = text("UPDATE " + table() + " SET ");
        if (backfill.set() instanceof Assignments.Sql set) {
            return text.author(set.sql()).add(set.sql().contains("--") ? "\n" : "");
        }
        String comma = "";
        for (Map.Entry<String, @Nullable Object> entry :
                ((Assignments.Values) backfill.set()).values().entrySet()) {
            text.add(comma + spelling.quote(entry.getKey()) + " = ").value(entry.getValue());
            comma = ", ";
        }
        return text;
    }

    private List<String> names(Assignments set) {
        if (set instanceof Assignments.Sql text) {
            return names(text.sql());
        }
        return ((Assignments.Values) set)
                .values().values().stream()
                        .filter(SqlExpression.class::isInstance)
                        .flatMap(value -> names(((SqlExpression) value).sql()).stream())
                        .toList();
    }

    private List<String> names(String text) {
        return NamedParameters.parse(text, spelling.syntax()).names();
    }

    private AssembledSql.Authored read(String text) {
        NamedParameters named = NamedParameters.parse(text, spelling.syntax());
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        named.names().forEach(name -> given.put(name, backfill.parameters().get(name)));
        String readable = given.isEmpty() ? named.sql() : text;
        return new AssembledSql.Authored(
                readable, BoundSql.condition(new Condition.Sql(readable, given), spelling.syntax()));
    }
}
