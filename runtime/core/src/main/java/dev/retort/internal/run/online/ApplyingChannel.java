package dev.retort.internal.run.online;

import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.CheckInverse;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.InsertRows;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;
import dev.retort.internal.run.Rendering;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.backfill.BackfillRun;
import dev.retort.internal.run.load.GivenNumbers;
import dev.retort.internal.run.load.NumberedRows;
import dev.retort.internal.run.load.PendingNumbers;
import dev.retort.internal.run.load.RowLoader;
import dev.retort.internal.run.load.SqlFile;
import dev.retort.internal.run.resume.Journal;
import dev.retort.internal.run.resume.StandaloneRun;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what a script asks, at once, on a connection; what an earlier run has done already, it passes over. */
public final class ApplyingChannel implements Channel {

    private final RunContext context;
    private final Dialect dialect;
    private final StatementRunner runner;
    private final Transaction transaction;
    private final Map<String, String> arguments;
    private final Journal journal;
    private final StandaloneRun standalone;
    private final ScriptFiles files;
    private final PendingNumbers numbers;
    private boolean autocommit;
    /** Something was added that cannot be used before the transaction is committed. */
    private boolean waiting;

    public ApplyingChannel(
            RunContext context, StatementRunner runner, Transaction transaction, Journal journal, ScriptFiles files) {
        this.context = context;
        this.dialect = context.dialect();
        this.runner = runner;
        this.transaction = transaction;
        this.arguments = context.arguments();
        this.journal = journal;
        this.standalone = new StandaloneRun(context, runner, transaction, journal);
        this.files = files;
        // It follows from the rows, and is no step of the script.
        this.numbers = new PendingNumbers(dialect.loading(), runner::look);
    }

    @Override
    public String dialect() {
        return dialect.name();
    }

    @Override
    public @Nullable String argument(String name) {
        return arguments.get(name);
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public long apply(Operation operation) {
        if (operation instanceof CheckInverse) {
            check(operation);
            return 0;
        }
        boolean counts = operation.countsRows();
        if (journal.isReplaying()) {
            journal.begin(operation);
            long known = counts ? journal.count() : 0;
            journal.end();
            arrive();
            return known;
        }
        long before = runner.changed();
        applyNow(operation);
        long changed = counts ? runner.changed() - before : 0;
        if (counts) {
            journal.counted(changed);
        }
        return changed;
    }

    private void applyNow(Operation operation) {
        numbers.before(operation);
        boolean waits = !autocommit && dialect.sessions().takesEffectAtCommit(operation);
        if (!waits) {
            commitWhatWaits();
        }
        if (operation instanceof Work work) {
            work.accept(new OnlineWork()).run();
        } else {
            List<SqlStatement> all = Rendering.statements(operation, dialect, runner);
            apply(operation, new Statements(all, use -> all.forEach(use::of), false));
        }
        waiting |= waits;
    }

    /** Changes nothing, so that no run has to know whether an earlier one did it. */
    private void check(Operation operation) {
        if (!journal.isReplaying()) {
            commitWhatWaits();
            Rendering.statements(operation, dialect, runner).forEach(runner::look);
        }
    }

    /** Late, so that a revision that uses nothing of it stays one transaction. */
    private void commitWhatWaits() {
        if (waiting) {
            commit();
            begin();
        }
    }

    /** How each kind of the engine's work is done here. */
    private final class OnlineWork implements Work.Visitor<Runnable> {

        @Override
        public Runnable execute(Execute operation) {
            List<SqlStatement> all = Rendering.statements(operation, dialect, runner);
            return () -> apply(operation, new Statements(all, new NumberedRows(operation, all)::each, true));
        }

        @Override
        public Runnable executeFile(ExecuteFile operation) {
            SqlFile file = files.sql(operation);
            return () -> apply(operation, new Statements(file.statements(), file::each, true));
        }

        @Override
        public Runnable bulkInsert(BulkInsert operation) {
            return () -> load(operation);
        }

        @Override
        public Runnable backfill(Backfill operation) {
            return () -> fill(operation);
        }
    }

    /**
     * The statements of one operation.
     *
     * @param inOrder uses them one by one, and reports where a failing one is
     * @param authors whether an author wrote them
     */
    private record Statements(List<SqlStatement> all, Consumer<SqlFile.Use> inOrder, boolean authors) {

        /** Uses those after the first few. */
        void each(int skipped, SqlFile.Use use) {
            int[] seen = {0};
            inOrder.accept(statement -> {
                if (seen[0] >= skipped) {
                    use.of(statement);
                }
                seen[0]++;
            });
        }

        boolean anyOutsideTransaction() {
            return all.stream().anyMatch(SqlStatement::outsideTransaction);
        }
    }

    private void apply(Operation operation, Statements statements) {
        boolean alone = !autocommit && statements.anyOutsideTransaction();
        if (alone) {
            commit();
        }
        journal.begin(operation);
        if (statements.authors()) {
            statements.all().forEach(statement -> transaction.note(statement.sql()));
        }
        guarded(() -> {
            if (alone || autocommit) {
                applyAlone(operation, statements);
            } else {
                statements.each(journal.done(), runner::run);
                number(operation);
                journal.end();
            }
            return true;
        });
        if (alone) {
            begin();
        }
    }

    /**
     * An operation of several statements is whole or not at all even here, unless the database refuses that; an
     * author's own several statements are what the author wanted to have run one by one.
     */
    private void applyAlone(Operation operation, Statements statements) {
        if (statements.authors() || statements.anyOutsideTransaction()) {
            statements.each(journal.done(), standalone::run);
            journal.end();
        } else {
            standalone.together(() -> {
                statements.each(0, runner::run);
                number(operation);
                journal.end();
            });
        }
    }

    private void number(Operation operation) {
        if (operation instanceof InsertRows insert) {
            number(insert.table(), GivenNumbers.of(insert.rows()));
        }
    }

    private void number(QualifiedName table, List<String> columns) {
        numbers.add(table, columns);
        if (autocommit) {
            numbers.settle();
        }
    }

    /** To be called when the script has come to its end. */
    void finish() {
        numbers.settle();
    }

    /** All rows or none, even outside a transaction. */
    private void load(BulkInsert operation) {
        Consumer<InsertRows> inserts =
                rows -> dialect.spelling().statements(rows, runner).forEach(runner::run);
        RowLoader loader = new RowLoader(dialect.loading(), runner, runner, inserts, files::rows);
        Runnable work = () -> {
            number(operation.table(), loader.load(operation));
            journal.end();
        };
        journal.begin(operation);
        guarded(() -> {
            if (autocommit) {
                standalone.together(work);
            } else {
                work.run();
            }
            return true;
        });
    }

    /** Its transactions are its own, inside autocommit and outside. */
    private void fill(Backfill operation) {
        Supplier<BackfillRun> looked = () -> new BackfillRun(context, runner, standalone, journal, operation);
        BackfillRun run = autocommit ? standalone.together(looked) : looked.get();
        if (!autocommit) {
            commit();
        }
        journal.begin(operation);
        guarded(() -> {
            run.run();
            return true;
        });
        if (!autocommit) {
            begin();
        }
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return query(sql, parameters, Limits.NONE);
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters, Limits limits) {
        return answer(sql, parameters, () -> runner.query(dialect.spelling().query(sql, parameters), limits));
    }

    @Override
    public boolean has(CatalogQuestion question) {
        Supplier<List<Row>> look =
                () -> dialect.reading().has(question, runner) ? List.of(new Row(Map.of("found", true))) : List.of();
        return !answer(question.toString(), Map.of(), look).isEmpty();
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        Supplier<List<Row>> look = () -> dialect.reading().enumValues(enumeration, runner).stream()
                .map(value -> new Row(Map.of("value", value)))
                .toList();
        return answer("values of " + enumeration, Map.of(), look).stream()
                .map(row -> String.valueOf(row.string("value")))
                .toList();
    }

    private List<Row> answer(String question, Map<String, @Nullable Object> parameters, Supplier<List<Row>> look) {
        boolean replaying = journal.isReplaying();
        numbers.settle();
        commitWhatWaits();
        transaction.note(question);
        journal.begin(question, parameters);
        Optional<List<Row>> known = journal.answer();
        if (replaying) {
            List<Row> rows = known.orElseGet(look);
            journal.end();
            arrive();
            return rows;
        }
        return guarded(() -> autocommit ? standalone.together(() -> ask(look)) : ask(look));
    }

    private List<Row> ask(Supplier<List<Row>> look) {
        List<Row> rows = look.get();
        journal.answered(rows);
        journal.end();
        return rows;
    }

    @Override
    public void beginAutocommit() {
        autocommit = true;
        if (!journal.isReplaying()) {
            commit();
        }
    }

    @Override
    public void endAutocommit() {
        autocommit = false;
        if (!journal.isReplaying()) {
            begin();
        }
    }

    private void begin() {
        transaction.begin();
        journal.check();
    }

    private void commit() {
        numbers.settle();
        transaction.own();
        journal.record();
        transaction.commitPart();
        waiting = false;
    }

    /** Where the script goes on, it finds the connection as if it had never been interrupted. */
    private void arrive() {
        if (!journal.isReplaying() && autocommit) {
            transaction.abandon();
        }
    }

    private interface GuardedWork<R> {
        R run();
    }

    private <R extends @Nullable Object> R guarded(GuardedWork<R> work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            journal.failed();
            throw e;
        }
    }
}
