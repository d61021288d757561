package dev.retort.execute;

import dev.retort.dialect.Session;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.Step;
import dev.retort.operation.Operation;
import dev.retort.script.Migration;
import dev.retort.version.HistoryEntry;
import dev.retort.version.Runner;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs plans on a connection: each revision, its version rows and its history row in one transaction. */
public final class OnlineRun {

    private static final Logger UPGRADE = LoggerFactory.getLogger("dev.retort.upgrade");
    private static final Logger DOWNGRADE = LoggerFactory.getLogger("dev.retort.downgrade");

    /** A step that was run, and what it took; its rows are those that were written. */
    public record Done(Step step, Duration duration, int statements) {}

    /**
     * @param from the version rows before
     * @param rows the version rows after
     */
    public record Outcome(SortedSet<String> from, List<Done> steps, SortedSet<String> rows) {}

    /**
     * @param plan from rows to rows
     * @param recorded the revisions that the history says something new of
     */
    public record Stamped(Plan plan, SortedSet<String> recorded) {}

    private final Setup setup;
    private final Connection connection;
    private final Transaction transaction;
    private final Runner self = Runner.thisProcess();

    public OnlineRun(Setup setup, Connection connection, Session session, Duration patience) {
        this.setup = setup;
        this.connection = connection;
        this.transaction = new Transaction(setup, session, patience);
    }

    /** Makes Retort's own tables where they are missing; whether any was. */
    public boolean ensureTables() {
        transaction.begin();
        try {
            boolean made = setup.tables().create(setup.dialect(), connection);
            if (made) {
                transaction.commit();
            } else {
                transaction.abandon();
            }
            return made;
        } catch (RetortException e) {
            transaction.rollback(e);
            throw e;
        }
    }

    /**
     * Runs what the planner makes of the version rows. The rows are read inside the first step's transaction, so that
     * no other runner gets in between; where the database has no other lock, each further step looks again.
     *
     * @throws RetortException naming the revision, and where its script stood; all before that revision is kept
     */
    public Outcome run(Function<State, Plan> planner) {
        List<Done> done = new ArrayList<>();
        transaction.begin();
        try {
            State state = setup.tables().state(setup.dialect(), connection);
            SortedSet<String> from = state.rows();
            SortedSet<String> rows = from;
            Plan plan = planner.apply(state);
            SortedSet<String> planned = plan.from();
            StepFailure.refuseIrreversible(plan, setup.scripts());
            for (Step step : plan.steps()) {
                if (!transaction.isOpen()) {
                    transaction.begin();
                    rows = rows();
                }
                SortedSet<String> after = rows.equals(planned) ? step.rows() : after(step, rows);
                boolean outOfOrder = step.rows().equals(planned);
                planned = step.rows();
                if (after.equals(rows) && !(outOfOrder && isUnrecorded(step))) {
                    // Another runner was faster.
                    transaction.abandon();
                } else {
                    done.add(run(step, rows, after));
                    rows = after;
                }
            }
            if (transaction.isOpen()) {
                transaction.abandon();
            }
            return new Outcome(from, done, rows);
        } catch (RetortException e) {
            transaction.rollback(e);
            throw e;
        }
    }

    /** Whether a step that no row tells of is still to be done. */
    private boolean isUnrecorded(Step step) {
        return !setup.tables()
                .recorded(setup.dialect(), connection)
                .applied()
                .contains(step.revision().id());
    }

    /** The rows that a step leads to from other rows than the plan thought of: another runner was here meanwhile. */
    private SortedSet<String> after(Step step, SortedSet<String> rows) {
        String id = step.revision().id();
        SortedSet<String> applied = new TreeSet<>(setup.graph().applied(rows));
        if (step.direction() == Direction.DOWN) {
            applied.remove(id);
            return setup.graph().rows(applied);
        }
        List<String> missing = setup.graph().ancestors(List.of(id)).stream()
                .map(Revision::id)
                .filter(ancestor -> !ancestor.equals(id) && !applied.contains(ancestor))
                .toList();
        if (!missing.isEmpty()) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("Another run has meanwhile reverted " + String.join(", ", missing) + ", which " + id
                                    + " needs.")
                            .withHint("The database stands at " + String.join(", ", rows) + ". Run it again."));
        }
        applied.add(id);
        return setup.graph().rows(applied);
    }

    /**
     * Moves the version rows and writes it down, without running any script.
     *
     * @param purge also takes back from the history what no script explains any more
     */
    public Stamped stamp(Function<State, Plan> planner, boolean purge) {
        transaction.begin();
        try {
            State state =
                    new State(rows(), setup.tables().recorded(setup.dialect(), connection), event -> Optional.empty());
            Plan plan = planner.apply(state);
            StatementRunner runner = new StatementRunner(setup.dialect(), connection, setup.cancellation());
            move(runner, plan.from(), plan.rows());
            SortedSet<String> recorded = new TreeSet<>();
            for (HistoryEntry entry :
                    StampHistory.of(setup, plan, state.recorded(), purge).entries(self)) {
                apply(runner, setup.tables().history().insert(entry));
                recorded.add(entry.revision());
            }
            transaction.commit();
            return new Stamped(plan, recorded);
        } catch (RetortException e) {
            transaction.rollback(e);
            throw e;
        }
    }

    private Done run(Step step, SortedSet<String> before, SortedSet<String> after) {
        boolean up = step.direction() == Direction.UP;
        (up ? UPGRADE : DOWNGRADE).info("{}", announcement(step));
        StepScript script = setup.scripts().apply(step.revision().id());
        Instant started = setup.clock().instant();
        long start = System.nanoTime();
        StatementRunner runner = new StatementRunner(setup.dialect(), connection, setup.cancellation());
        ApplyingChannel channel = new ApplyingChannel(setup.dialect(), runner, transaction, setup.arguments());
        try {
            Migration migration = script.migration();
            if (up) {
                migration.upgrade(channel);
            } else {
                migration.downgrade(channel);
            }
            int statements = runner.count();
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            move(runner, before, after);
            apply(runner, setup.tables().history().insert(entry(step, script, started, duration, statements, null)));
            transaction.commit();
            return new Done(new Step(step.revision(), step.direction(), after), duration, statements);
        } catch (Exception | StackOverflowError | AssertionError | OutOfMemoryError e) {
            RetortException failure = StepFailure.of(e, step, script, kept(channel, before));
            transaction.rollback(failure);
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            remember(entry(step, script, started, duration, runner.count(), failure.getMessage()), failure);
            throw failure;
        }
    }

    private static String kept(ApplyingChannel channel, SortedSet<String> before) {
        String rows = before.isEmpty() ? "base" : String.join(", ", before);
        return channel.hasCommitted()
                ? "What ran up to the end of the last statement outside a transaction was kept; the version rows are"
                        + " still at " + rows + "."
                : "Nothing of this revision was kept; the database stands at " + rows + ".";
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
                step.direction() == Direction.UP ? "upgrade" : "downgrade",
                step.revision().message(),
                started,
                duration,
                statements,
                error,
                self,
                script.record());
    }

    /** Each change must meet exactly its row, or somebody without our lock was at the table. */
    private void move(StatementRunner runner, SortedSet<String> before, SortedSet<String> after) {
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

    private long apply(StatementRunner runner, Operation operation) {
        return setup.dialect().statements(operation, runner).stream()
                .mapToLong(runner::run)
                .sum();
    }

    private SortedSet<String> rows() {
        return setup.tables().rows(setup.dialect(), connection);
    }

    /** As Alembic words it: {@code Running upgrade a -> b, message}. */
    static String announcement(Step step) {
        String parents = String.join(", ", step.revision().downRevisions());
        String message = step.revision().message();
        String tail = message == null || message.isEmpty() ? "" : ", " + message;
        return step.direction() == Direction.UP
                ? "Running upgrade " + parents + " -> " + step.revision().id() + tail
                : "Running downgrade " + step.revision().id() + " -> " + parents + tail;
    }
}
