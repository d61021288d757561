package dev.retort.execute;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.graph.Direction;
import dev.retort.graph.Step;
import dev.retort.operation.Operation;
import dev.retort.script.Migration;
import dev.retort.version.HistoryEntry;
import dev.retort.version.Progress;
import dev.retort.version.Runner;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one revision: its script, its version rows and its history row are committed together. */
final class StepRun {

    private static final Logger UPGRADE = LoggerFactory.getLogger("dev.retort.upgrade");
    private static final Logger DOWNGRADE = LoggerFactory.getLogger("dev.retort.downgrade");

    private final Setup setup;
    private final Connection connection;
    private final Transaction transaction;
    private final Runner self;

    StepRun(Setup setup, Connection connection, Transaction transaction, Runner self) {
        this.setup = setup;
        this.connection = connection;
        this.transaction = transaction;
        this.self = self;
    }

    /**
     * Does a step and commits it. A transaction is open, in which the rows were read.
     *
     * @param interrupted how far an earlier run came; null where there was none
     */
    OnlineRun.Done run(Step step, SortedSet<String> before, SortedSet<String> after, @Nullable Progress interrupted) {
        boolean up = step.direction() == Direction.UP;
        (up ? UPGRADE : DOWNGRADE).info("{}", OnlineRun.announcement(step));
        StepScript script = setup.scripts().apply(step.revision().id());
        Instant started = setup.clock().instant();
        long start = System.nanoTime();
        StatementRunner runner = new StatementRunner(setup.dialect(), connection, setup.cancellation());
        Journal journal = journal(step, runner, interrupted);
        try {
            ApplyingChannel channel = new ApplyingChannel(
                    setup, runner, transaction, journal, new ScriptFiles(script.files(), setup.dialect()));
            Migration migration = script.migration();
            if (up) {
                migration.upgrade(channel);
            } else {
                migration.downgrade(channel);
            }
            journal.finish();
            int statements = journal.statements();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            move(runner, before, after);
            apply(runner, setup.tables().history().insert(entry(step, script, started, duration, statements, null)));
            journal.forget();
            transaction.commit();
            return new OnlineRun.Done(new Step(step.revision(), step.direction(), after), duration, statements);
        } catch (Overtaken e) {
            throw e;
        } catch (Exception | StackOverflowError | AssertionError | OutOfMemoryError e) {
            RetortException failure = StepFailure.of(e, step, script, kept(journal.recorded(), before));
            transaction.rollback(failure);
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            remember(entry(step, script, started, duration, runner.count(), failure.getMessage()), failure);
            throw failure;
        }
    }

    /** Goes on where an earlier run was interrupted. */
    private Journal journal(Step step, StatementRunner runner, @Nullable Progress interrupted) {
        String revision = step.revision().id();
        String direction = direction(step);
        if (interrupted == null) {
            return Journal.of(setup, connection, runner, revision, direction, null);
        } else if (!interrupted.direction().equals(direction)) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("Another run has meanwhile begun the " + interrupted.direction() + " of revision "
                                    + revision + ".")
                            .withHint("Look where it stands with: retort status"));
        }
        Progress settled = new Interruption(setup, new StatementRunner(setup.dialect(), connection), transaction)
                .settle(interrupted);
        return Journal.of(setup, connection, runner, revision, direction, settled);
    }

    private static String kept(@Nullable Progress progress, SortedSet<String> before) {
        String rows = before.isEmpty() ? "base" : String.join(", ", before);
        return progress == null
                ? "Nothing of this revision was kept; the database stands at " + rows + "."
                : "What ran before statement " + (progress.statements() + 1)
                        + " was kept; the version rows are still at " + rows
                        + ". The next run of the same command goes on there.";
    }

    /** A failed attempt is history too. Where even that cannot be written, the failure itself is what is told. */
    private void remember(HistoryEntry entry, RetortException failure) {
        try {
            transaction.begin();
            apply(
                    new StatementRunner(setup.dialect(), connection),
                    setup.tables().history().insert(entry));
            transaction.commit();
        } catch (RetortException e) {
            transaction.rollback(e);
            failure.addSuppressed(e);
        }
    }

    private HistoryEntry entry(
            Step step, StepScript script, Instant started, Duration duration, int statements, @Nullable String error) {
        return new HistoryEntry(
                step.revision().id(),
                direction(step),
                step.revision().message(),
                started,
                duration,
                statements,
                error,
                self,
                script.record());
    }

    /** Each change must meet exactly its row, or somebody without our lock was at the table. */
    void move(StatementRunner runner, SortedSet<String> before, SortedSet<String> after) {
        for (Operation change : setup.tables().versions().changes(before, after)) {
            if (apply(runner, change) != 1) {
                throw new RetortException(
                        Kind.FAILED,
                        Problem.of("The rows of " + setup.tables().versions().name()
                                        + " were changed by somebody else while this run had them at "
                                        + String.join(", ", before) + ".")
                                .withHint("Nothing of this revision was kept. Look with: retort current"));
            }
        }
    }

    long apply(StatementRunner runner, Operation operation) {
        return setup.dialect().statements(operation, runner).stream()
                .mapToLong(runner::run)
                .sum();
    }

    private static String direction(Step step) {
        return step.direction() == Direction.UP ? "upgrade" : "downgrade";
    }
}
