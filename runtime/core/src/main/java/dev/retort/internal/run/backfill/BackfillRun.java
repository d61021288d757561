package dev.retort.internal.run.backfill;

import dev.retort.BackfillProgress;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.dialect.BatchSql;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.Keyset;
import dev.retort.internal.dialect.LoadTarget;
import dev.retort.internal.dialect.RowKey;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.Backfill.Assignments;
import dev.retort.internal.run.Rendering;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.resume.Bookmark;
import dev.retort.internal.run.resume.Journal;
import dev.retort.internal.run.resume.StandaloneRun;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.script.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does a {@link Backfill}: batch after batch, each committed together with the note of where the next begins. */
public final class BackfillRun {

    /** Something makes rows to be set faster than they are set. */
    private static final int PASSES = 100;

    private final RunContext context;
    private final StatementRunner runner;
    private final StandaloneRun standalone;
    private final Journal journal;
    private final Backfill backfill;
    private final RowKey key;
    private final BatchSql sql;
    /** Null where each end is searched for. */
    private @Nullable Stride stride;

    /**
     * Looks whether it can be done, before anything is changed. The effects of what the revision did so far are seen.
     *
     * @throws RetortException naming what the table lacks, or what the database does not understand
     */
    public BackfillRun(
            RunContext context, StatementRunner runner, StandaloneRun standalone, Journal journal, Backfill backfill) {
        this.context = context;
        this.runner = runner;
        this.standalone = standalone;
        this.journal = journal;
        this.backfill = backfill;
        Dialect dialect = context.dialect();
        LoadTarget table = dialect.loading().loadTarget(backfill.table(), runner);
        this.key = key(table);
        if (backfill.set() instanceof Assignments.Values set) {
            table.check(set.values().keySet());
        }
        refuseMovingRows();
        this.sql = new BatchSql(dialect.spelling(), dialect.loading().keyset(), backfill, key);
        check();
    }

    private void refuseMovingRows() {
        for (String column :
                BatchSql.columns(backfill.set(), context.dialect().spelling().syntax())) {
            if (key.names().stream().anyMatch(column::equalsIgnoreCase)) {
                throw refused(
                        "The backfill of \"" + backfill.table() + "\" sets \"" + column
                                + "\", by which its rows are gone through; one that moves could be set twice.",
                        "Name another unique key with key:, or write it with execute.");
            }
        }
    }

    private RowKey key(LoadTarget table) {
        List<String> wanted = backfill.batches().key();
        table.check(wanted);
        List<RowKey> keys = context.dialect().loading().keyset().keys(backfill.table(), runner);
        for (RowKey key : keys) {
            boolean fits = wanted.isEmpty() ? key.primary() : new HashSet<>(key.names()).equals(new HashSet<>(wanted));
            if (fits) {
                return key;
            }
        }
        List<String> others =
                keys.stream().map(key -> "key: " + named(key.names())).toList();
        String instead = others.isEmpty()
                ? "It has no unique index whose columns are all NOT NULL; create one, or write it with execute."
                : "It has " + String.join(" and ", others) + ".";
        throw wanted.isEmpty()
                ? refused(
                        "The table \"" + backfill.table() + "\" has no primary key to go through its rows by.",
                        others.isEmpty() ? instead : "Name a unique key. " + instead)
                : refused(
                        "The columns " + quoted(wanted) + " of \"" + backfill.table()
                                + "\" are no key: a unique index of just these columns, all of them NOT NULL, is needed.",
                        instead);
    }

    private static String named(List<String> columns) {
        return columns.size() == 1 ? "'" + columns.get(0) + "'" : "['" + String.join("', '", columns) + "']";
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }

    /** The database reads the statements without running them. */
    private void check() {
        Rendering.refuseSeveral(
                sql.update(null, null), context.dialect().spelling().syntax());
        runner.query(sql.explained());
        for (SqlStatement without : sql.withoutKey()) {
            if (!runner.query(without).isEmpty()) {
                throw refused(
                        "The table \"" + backfill.table()
                                + "\" has rows whose key is NULL, which no batch would reach.",
                        "Give them a key, or name another unique key with key:.");
            }
        }
    }

    private static RetortException refused(String sentence, String hint) {
        return new RetortException(Kind.SCRIPT, Problem.of(sentence).withHint(hint));
    }

    // ---- batches ----

    /** Sets all rows. No transaction is open, before and after. */
    public void run() {
        Bookmark first = journal.bookmark().orElse(Bookmark.start(backfill.where() != null));
        long before = first.rows();
        long estimate = before
                + standalone.together(() -> {
                    stride = stride();
                    return countOfRest(first);
                });
        standalone.onlyRows(() -> batches(first, before, estimate));
    }

    private void batches(Bookmark first, long before, long estimate) {
        long start = System.nanoTime();
        Bookmark at = first;
        while (true) {
            Bookmark here = at;
            report(here, before, estimate, start, false);
            Bookmark next = standalone.together(() -> step(here));
            if (next == null) {
                report(here, before, estimate, start, true);
                return;
            }
            at = next;
            context.stop().sleep(backfill.batches().pause(), "Interrupted between two batches.");
        }
    }

    private long countOfRest(Bookmark at) {
        Keyset.Sample sample = context.dialect().loading().keyset().sample(backfill.table(), runner);
        return Math.round(count(sql.countOfRest(at.after(), sample)) / sample.share());
    }

    private long count(SqlStatement query) {
        return runner.query(query).get(0).get("n") instanceof Number number ? number.longValue() : 0;
    }

    private @Nullable Stride stride() {
        if (!context.dialect().loading().keyset().isOfWholeNumbers(key)) {
            return null;
        }
        List<Row> last = runner.query(sql.lastOfAll());
        return last.isEmpty()
                ? null
                : new Stride(
                        backfill.batches(), Long.parseLong(place(last.get(0)).get(0)));
    }

    private void report(Bookmark at, long before, long estimate, long start, boolean finished) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        context.backfills()
                .progress(new BackfillProgress(
                        backfill.table().toString(), at.rows(), before, estimate, elapsed, finished));
    }

    /** Does a batch, or looks what is left after the last; where it goes on, or null where nothing is left. */
    private @Nullable Bookmark step(Bookmark at) {
        Bookmark next = next(at);
        if (next == null) {
            journal.end();
            return null;
        }
        standalone.own();
        journal.recordBookmark(next);
        return next;
    }

    private @Nullable Bookmark next(Bookmark at) {
        List<String> computed = stride == null ? null : stride.end(at);
        if (stride != null && computed != null) {
            long rows = set(at, computed);
            return at.after(computed, rows, stride.isDense(rows));
        }
        List<Row> full = runner.query(sql.endOfNext(at.after()));
        List<Row> found = full.isEmpty() ? runner.query(sql.lastOfNext(at.after())) : full;
        if (found.isEmpty()) {
            return lastLook(at);
        }
        List<String> end = place(found.get(0));
        if (end.equals(at.after())) {
            throw new IllegalStateException("the row after " + end + " of " + backfill.table() + " is itself");
        }
        if (at.pass() > 1) {
            return at.after(end, setAndLook(at, end), false);
        }
        boolean dense = stride != null && !full.isEmpty() && stride.isDense(at.after(), end);
        return at.after(end, set(at, end), dense);
    }

    /** Where another pass begins; null where nothing is left. */
    private @Nullable Bookmark lastLook(Bookmark at) {
        if (backfill.where() == null || count(sql.countOfLeft()) == 0) {
            return null;
        }
        refuseEndless(at);
        return at.nextPass();
    }

    private static List<String> place(Row row) {
        List<String> place = new ArrayList<>();
        row.values().forEach(value -> place.add(Objects.toString(value)));
        return place;
    }

    private long set(Bookmark at, List<String> upTo) {
        return runner.run(sql.update(at.after(), upTo));
    }

    /** Rows that are met again came in the meantime, or the first pass did nothing to them. */
    private long setAndLook(Bookmark at, List<String> upTo) {
        List<Row> rows = runner.query(sql.updateAndTell(at.after(), upTo));
        List<Row> unchanged = rows.stream()
                .filter(row -> row.get("unchanged") instanceof Number number && number.intValue() == 1)
                .toList();
        if (!unchanged.isEmpty()) {
            List<String> key = place(unchanged.get(0));
            throw endless(unchanged.size() + (unchanged.size() == 1 ? " row" : " rows") + " of \"" + backfill.table()
                    + "\" still match where: after they were set, first the one with the key "
                    + String.join(", ", key.subList(0, key.size() - 1)) + ".");
        }
        return rows.size();
    }

    private void refuseEndless(Bookmark at) {
        if (at.pass() > 1 && at.passed() == 0) {
            throw endless("Rows of \"" + backfill.table() + "\" match where:, but none of them can be set.");
        } else if (at.pass() >= PASSES) {
            throw endless("After " + PASSES + " passes over \"" + backfill.table() + "\", rows still match where:.");
        }
    }

    private static RetortException endless(String sentence) {
        return new RetortException(
                Kind.FAILED,
                Problem.of(sentence)
                        .withHint("It would never end. Write where: so that it is false for every row that was set,"
                                + " and run it again; rows that were set before are not set twice."));
    }
}
