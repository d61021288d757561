package dev.retort.internal.run.online;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.Step;
import dev.retort.internal.dialect.SqlError;
import dev.retort.internal.error.Causes;
import dev.retort.internal.error.VisibleText;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.record.MigrationStore;
import dev.retort.internal.record.Progress;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.StepFailure;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.resume.Interruption;
import dev.retort.internal.run.resume.Journal;
import dev.retort.internal.run.resume.Overtaken;
import dev.retort.internal.run.statement.Blocked;
import dev.retort.internal.run.statement.LockPolicy;
import dev.retort.internal.run.statement.SqlFailure;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import dev.retort.internal.run.statement.Watch;
import dev.retort.internal.sql.Excerpt;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Runs one revision: its script, its version rows and its history row are committed together. */
public final class StepRun {

    private static final String UNKNOWN_END =
            "Its commit was not answered, so that it may have been kept or not; to see:"
                    + " retort current. The next run goes on from there.";

    /** What the history keeps of a failure: a sentence, the statement and what was kept. */
    private static final int REMEMBERED = 4000;

    private final RunContext context;
    private final Connection connection;
    private final Transaction transaction;
    private final Runner self;
    private final @Nullable Watch watch;
    private Optional<RoleWarning> warned = Optional.empty();

    /**
     * One try at a step.
     *
     * @param before the version rows
     * @param after the version rows that it leads to
     * @param interrupted how far an earlier run, or an earlier try, came; null where there was none
     * @param number from 1
     */
    record Attempt(
            Step step,
            SortedSet<String> before,
            SortedSet<String> after,
            @Nullable Progress interrupted,
            int number) {}

    public StepRun(
            RunContext context, Connection connection, Transaction transaction, Runner self, @Nullable Watch watch) {
        this.watch = watch;
        this.context = context;
        this.connection = connection;
        this.transaction = transaction;
        this.self = self;
    }

    /**
     * Does a step and commits it. A transaction is open, in which the rows were read.
     *
     * @throws Blocked where others were in the way, and another try may succeed
     */
    DoneStep run(Attempt attempt) {
        Step step = attempt.step();
        StepScript script = context.scripts().apply(step.revision().id());
        Instant started = context.clock().instant();
        long start = System.nanoTime();
        StatementRunner runner = new StatementRunner(context.dialect(), connection, context.stop())
                .hiding(context.secrets())
                .verifying(transaction::verify);
        LockPolicy lockPolicy = context.lockPolicy().with(script.limits());
        transaction.limit(lockPolicy);
        Journal journal = journal(attempt, runner);
        boolean committing = false;
        try {
            ApplyingChannel channel = new ApplyingChannel(
                    context, runner, transaction, journal, new ScriptFiles(script.files(), context.dialect()));
            context.stop().interruptible(() -> {
                script.migrate(step.direction(), channel);
                channel.finish();
                return true;
            });
            runner.verify();
            journal.finish();
            int statements = journal.statements();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            transaction.own();
            MigrationStore store = context.store(connection).by(runner);
            store.move(attempt.before(), attempt.after());
            HistoryEntry entry = entry(step, script, started, duration, statements, null);
            store.append(entry.noting(notices(runner)));
            journal.forget();
            readBack(attempt.after());
            committing = true;
            transaction.commit();
            warned = Optional.empty();
            transaction.unlimit();
            return new DoneStep(new Step(step.revision(), step.direction(), attempt.after()), duration, statements);
        } catch (Overtaken e) {
            throw e;
        } catch (Throwable e) {
            transaction.rollback(e);
            Throwable reason = Blocked.reason(e, watch, lockPolicy);
            if (reason instanceof Blocked blocked && lockPolicy.allowsAfter(attempt.number())) {
                throw blocked;
            }
            boolean unknown = committing && isUnanswered(reason);
            String kept = unknown ? UNKNOWN_END : kept(journal, attempt, reason);
            transaction.unlimit();
            transaction.reset(reason);
            RetortException failure = context.secrets().hidden(StepFailure.of(reason, step, script, kept));
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            String error = VisibleText.lines(Excerpt.of(String.valueOf(failure.getMessage()), REMEMBERED));
            HistoryEntry entry = entry(step, script, started, duration, runner.count(), error);
            remember(entry.noting(notices(runner)), failure);
            throw failure;
        }
    }

    /** Keeps a warning with the next revision that the history gets. */
    void note(RoleWarning warning) {
        warned = Optional.of(warning);
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof RetortException refusal && refusal.kind() == Kind.UNREACHABLE;
    }

    private static boolean isUnanswered(Throwable failure) {
        return failure instanceof SqlFailure refusal && refusal.error().kind() == SqlError.Kind.UNREACHABLE;
    }

    /** Goes on where an earlier run was interrupted. */
    private Journal journal(Attempt attempt, StatementRunner runner) {
        Progress interrupted = attempt.interrupted();
        if (interrupted == null) {
            return Journal.of(context, connection, runner, attempt.step(), attempt.before())
                    .keeping(transaction::kept, "");
        } else if (!interrupted.direction().equals(attempt.step().direction().word())) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("Another run has begun the " + interrupted.direction() + " of revision "
                                    + interrupted.revision() + ".")
                            .withHint("See where it is with: retort status"));
        }
        String session = context.store(connection).session(interrupted.revision());
        Progress settled = new Interruption(context, new StatementRunner(context.dialect(), connection), transaction)
                .settle(interrupted, session);
        Journal journal = Journal.continuing(context, connection, runner, attempt.step(), attempt.before(), settled)
                .keeping(transaction::kept, session);
        if (!session.isEmpty()) {
            transaction.abandon();
            transaction.resume(session);
            transaction.begin();
        }
        journal.check();
        return journal;
    }

    private String kept(Journal journal, Attempt attempt, Throwable reason) {
        Progress progress = journal.recorded();
        String rows = attempt.before().isEmpty() ? "base" : String.join(", ", attempt.before());
        if (transaction.wasCommitted()) {
            return "What the revision had done before that was committed by it, and stays; the version rows are still at "
                    + rows + ". Undo it by hand before the next run.";
        }
        if (progress == null) {
            // Where it is by now, or whether it is, nobody knows who has lost it.
            String is = isLost(reason) ? "was" : "is";
            return "Nothing of this revision was kept; the database " + is + " at " + rows + ".";
        }
        return "What ran before statement " + (progress.statements() + 1)
                + " was kept; the version rows are still at " + rows
                + ". The next run of the same command goes on there.";
    }

    private @Nullable String notices(StatementRunner runner) {
        String said = runner.notices();
        return warned.map(warning -> said == null ? warning.excess() : warning.excess() + "\n" + said)
                .orElse(said);
    }

    /** A failed attempt is history too. Where even that cannot be written, the failure itself is what is reported. */
    private void remember(HistoryEntry entry, RetortException failure) {
        try {
            transaction.around(() -> {
                SortedSet<String> rows = context.store(connection).read();
                context.store(connection).append(entry);
                readBack(rows);
            });
        } catch (RetortException e) {
            Causes.suppress(failure, e);
        }
    }

    private HistoryEntry entry(
            Step step, StepScript script, Instant started, Duration duration, int statements, @Nullable String error) {
        return new HistoryEntry(
                step.revision().id(),
                step.direction().word(),
                step.revision().message(),
                started,
                duration,
                statements,
                error,
                self,
                script.record());
    }

    /** Reads the version rows again, after all that the database would else do with the commit. */
    void readBack(SortedSet<String> after) {
        transaction.conclude();
        context.store(connection).readBack(after);
    }
}
