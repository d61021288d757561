package dev.retort.internal.run.rehearse;

import dev.retort.Location;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.SqlStatement;
import dev.retort.internal.json.Limits;
import dev.retort.internal.operation.Backfill;
import dev.retort.internal.operation.BulkInsert;
import dev.retort.internal.operation.Execute;
import dev.retort.internal.operation.ExecuteFile;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.operation.Work;
import dev.retort.internal.run.Rendering;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.backfill.BackfillRun;
import dev.retort.internal.run.online.ApplyingChannel;
import dev.retort.internal.run.resume.Journal;
import dev.retort.internal.run.resume.StandaloneRun;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import dev.retort.internal.schema.QualifiedName;
import dev.retort.internal.script.CatalogQuestion;
import dev.retort.internal.script.Channel;
import dev.retort.internal.script.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what a script asks, and notes it; within one transaction it passes over what no transaction can hold. */
final class RehearsingChannel implements Channel {

    static final String IN_AUTOCOMMIT = "it is in autocommit { }, where each statement is committed by itself";
    static final String OUTSIDE = "the database does not run it in a transaction";
    static final String BATCHES = "its batches are committed one by one";
    static final String AT_COMMIT = "what was added takes effect with a commit, which a real run makes here";

    static final String AFTER_COMMIT = "it uses what was added, which a real run has committed by then";

    private final Dialect dialect;
    private final StatementRunner runner;
    private final Channel inner;
    private final ScriptFiles files;
    private final RehearsalNotes notes;
    private final boolean everything;
    private final BackfillCheck backfills;
    private boolean autocommit;
    private boolean waiting;

    /** Looks whether a backfill could be done. */
    interface BackfillCheck {
        void check(Backfill backfill);
    }

    /** @param everything nothing is passed over: what is committed does not last */
    RehearsingChannel(
            RunContext context,
            StatementRunner runner,
            Transaction transaction,
            Journal journal,
            ScriptFiles files,
            RehearsalNotes notes,
            boolean everything) {
        this.dialect = context.dialect();
        this.runner = runner;
        this.inner = new ApplyingChannel(context, runner, transaction, journal, files);
        this.files = files;
        this.notes = notes;
        this.everything = everything;
        StandaloneRun standalone = new StandaloneRun(context, runner, transaction, journal);
        this.backfills = backfill -> new BackfillRun(context, runner, standalone, journal, backfill);
    }

    @Override
    public String dialect() {
        return inner.dialect();
    }

    @Override
    public @Nullable String argument(String name) {
        return inner.argument(name);
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public void at(Location line) {
        notes.at(line);
    }

    @Override
    public long apply(Operation operation) {
        if (!everything) {
            return rehearse(operation);
        }
        return operation instanceof Work work ? work.accept(new WholeWork()) : inner.apply(operation);
    }

    private long rehearse(Operation operation) {
        boolean waits = !autocommit && dialect.sessions().takesEffectAtCommit(operation);
        if (!waits) {
            passOverCommit();
        }
        long changed = operation instanceof Work work
                ? work.accept(new RehearsedWork())
                : apply(operation, Rendering.statements(operation, dialect, runner));
        waiting |= waits;
        return changed;
    }

    /** Where nothing has to be passed over; how many rows were changed. */
    private final class WholeWork implements Work.Visitor<Long> {

        @Override
        public Long execute(Execute operation) {
            return inner.apply(operation);
        }

        @Override
        public Long executeFile(ExecuteFile operation) {
            return inner.apply(operation);
        }

        @Override
        public Long bulkInsert(BulkInsert operation) {
            return inner.apply(operation);
        }

        @Override
        public Long backfill(Backfill operation) {
            notes.under(dialect.spelling().statements(operation, runner).get(0).sql(), () -> inner.apply(operation));
            return 0L;
        }
    }

    /** In one transaction that is undone: what commits is passed over; how many rows were changed. */
    private final class RehearsedWork implements Work.Visitor<Long> {

        @Override
        public Long execute(Execute operation) {
            return apply(operation, Rendering.statements(operation, dialect, runner));
        }

        @Override
        public Long executeFile(ExecuteFile operation) {
            return apply(operation, files.sql(operation).statements());
        }

        @Override
        public Long bulkInsert(BulkInsert operation) {
            load(operation);
            return 0L;
        }

        @Override
        public Long backfill(Backfill operation) {
            backfills.check(operation);
            passOver(dialect.spelling().statements(operation, runner), BATCHES);
            return 0L;
        }
    }

    private void load(BulkInsert operation) {
        if (autocommit) {
            notes.notRun("INSERT INTO " + dialect.spelling().quote(operation.table()), IN_AUTOCOMMIT);
        } else if (!notes.separately(() -> inner.apply(operation))) {
            notes.notRun("INSERT INTO " + dialect.spelling().quote(operation.table()), AFTER_COMMIT);
        }
    }

    private long apply(Operation operation, List<SqlStatement> statements) {
        if (autocommit && !statements.stream().allMatch(dialect.sessions()::setsUpConnection)) {
            passOver(statements, IN_AUTOCOMMIT);
        } else if (statements.stream().anyMatch(SqlStatement::outsideTransaction)) {
            passOver(statements, OUTSIDE);
        } else {
            long[] changed = {0};
            if (!notes.separately(() -> changed[0] = inner.apply(operation))) {
                passOver(statements, AFTER_COMMIT);
            }
            return changed[0];
        }
        return 0;
    }

    private void passOver(List<SqlStatement> statements, String reason) {
        statements.forEach(statement -> notes.notRun(statement.sql(), reason));
    }

    private void passOverCommit() {
        if (waiting) {
            waiting = false;
            notes.notRun("COMMIT", AT_COMMIT);
        }
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters) {
        return query(sql, parameters, Limits.NONE);
    }

    @Override
    public List<Row> query(String sql, Map<String, @Nullable Object> parameters, Limits limits) {
        passOverCommit();
        long start = System.nanoTime();
        List<Row> rows = inner.query(sql, parameters, limits);
        notes.asked(sql, Duration.ofNanos(System.nanoTime() - start), rows.size());
        return rows;
    }

    @Override
    public boolean has(CatalogQuestion question) {
        passOverCommit();
        long start = System.nanoTime();
        boolean found = inner.has(question);
        notes.asked(question.toString(), Duration.ofNanos(System.nanoTime() - start), found ? 1 : 0);
        return found;
    }

    @Override
    public List<String> enumValues(QualifiedName enumeration) {
        passOverCommit();
        return inner.enumValues(enumeration);
    }

    @Override
    public void beginAutocommit() {
        if (everything) {
            inner.beginAutocommit();
        }
        passOverCommit();
        autocommit = true;
    }

    @Override
    public void endAutocommit() {
        if (everything) {
            inner.endAutocommit();
        }
        autocommit = false;
    }
}
