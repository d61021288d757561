package dev.retort.internal.run.rehearse;

import dev.retort.Plan;
import dev.retort.RetortException;
import dev.retort.Runner;
import dev.retort.Step;
import dev.retort.TableLock;
import dev.retort.TableLock.KeepsOut;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.record.State;
import dev.retort.internal.record.VersionTable;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.ScriptFiles;
import dev.retort.internal.run.StepFailure;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.StepWords;
import dev.retort.internal.run.online.RoleWarning;
import dev.retort.internal.run.online.RunGuard;
import dev.retort.internal.run.online.StepRun;
import dev.retort.internal.run.resume.Journal;
import dev.retort.internal.run.statement.Blocked;
import dev.retort.internal.run.statement.LockPolicy;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import dev.retort.internal.run.statement.Watch;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plan on a stage, where nothing of it stays, and reports what each statement did. */
public final class RehearsalRun {

    private static final Logger RUN = LoggerFactory.getLogger("dev.retort.run");
    private static final Logger LOCK = LoggerFactory.getLogger("dev.retort.lock");

    /** Parts that were passed over and that a failure names; more would hide it. */
    private static final int NAMED = 3;

    private static final int SQL_LENGTH = 100;

    /**
     * @param duration without the time that it took to look
     * @param held locks that earlier steps have taken, so that those of this one do not show
     */
    public record Done(Step step, Duration duration, List<TableLock> held, List<Rehearsed> statements) {}

    /**
     * @param from the version rows before
     * @param rows the version rows that it came to
     * @param failure what a real run would most likely fail with as well; null where it would not
     */
    public record Outcome(
            SortedSet<String> from,
            List<Done> steps,
            SortedSet<String> rows,
            @Nullable RetortException failure) {}

    private final RunContext context;
    private final Stage stage;
    private final Transaction transaction;
    private final StepRun steps;
    private final @Nullable Watch watch;

    public RehearsalRun(RunContext unlocated, Stage stage, RunGuard runGuard) {
        this.context = unlocated.with(unlocated.store(stage.connection()).located());
        this.stage = stage;
        this.transaction = new Transaction(
                context.dialect(), context.stop(), stage.session(), runGuard.patience(), runGuard.guard());
        this.steps = new StepRun(context, stage.connection(), transaction, Runner.thisProcess(), runGuard.watch());
        this.watch = runGuard.watch();
    }

    /** Warns where the connection's role could do more than change its database; nothing keeps that it did. */
    public static void warnOfRole(RunContext context, Connection connection) {
        RoleWarning.warn(context, connection);
    }

    /**
     * Rehearses what the planner makes of the version rows. Where others are in the way it lets all locks go, and begins
     * again.
     *
     * @throws RetortException where it was stopped
     */
    public Outcome run(Function<State, Plan> planner) {
        int number = 1;
        while (true) {
            try {
                return attempt(planner, number);
            } catch (Blocked e) {
                transaction.rollback(e);
                number++;
                pause(e, number);
            } catch (RuntimeException | Error e) {
                transaction.rollback(e);
                throw e;
            }
        }
    }

    private void pause(Blocked blocked, int number) {
        Duration pause = LockPolicy.pause(number - 1, ThreadLocalRandom.current());
        LOCK.info(
                "The rehearsal waits {} ms before try {} of {}: {}",
                pause.toMillis(),
                number,
                context.lockPolicy().tries(),
                blocked.reason());
        context.stop().sleep(pause, LockPolicy.INTERRUPTED);
    }

    private Outcome attempt(Function<State, Plan> planner, int number) {
        transaction.begin();
        State state = context.store(stage.connection()).state();
        Plan plan = planner.apply(state);
        StepFailure.refuseIrreversible(plan, context.scripts());
        context.store(stage.connection()).create();
        transaction.commit();
        List<Done> done = new ArrayList<>();
        SortedSet<String> rows = state.rows();
        for (Step step : plan.steps()) {
            context.stop().check(kept(state.rows()));
            Attempt attempt = new Attempt(step, rows, state.rows(), number, List.copyOf(done));
            try {
                done.add(rehearse(attempt));
            } catch (StepFailed e) {
                transaction.rollback(e.failure);
                done.add(e.done);
                return new Outcome(state.rows(), done, rows, e.failure);
            }
            rows = step.rows();
        }
        return new Outcome(state.rows(), done, rows, null);
    }

    /**
     * @param rows the version rows before the step
     * @param start the version rows before the rehearsal
     */
    private record Attempt(Step step, SortedSet<String> rows, SortedSet<String> start, int number, List<Done> before) {}

    /** Carries what was done of a step beside what it failed with. */
    private static final class StepFailed extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Done done;
        private final RetortException failure;

        StepFailed(Done done, RetortException failure) {
            super(failure);
            this.done = done;
            this.failure = failure;
        }
    }

    private Done rehearse(Attempt attempt) throws StepFailed {
        Step step = attempt.step();
        if (attempt.number() == 1) {
            RUN.info("Rehearsing {}", StepWords.of(step));
        }
        StepScript script = context.scripts().apply(step.revision().id());
        RehearsalNotes notes = new RehearsalNotes(context, stage, script.file());
        LockPolicy lockPolicy = context.lockPolicy().with(script.limits());
        long start = System.nanoTime();
        try {
            transaction.begin();
            transaction.limit(lockPolicy);
            notes.skip();
            migrate(step, script, notes);
            Done done = done(attempt, notes, start);
            transaction.own();
            context.store(stage.connection())
                    .by(runner((sql, duration, rows) -> {}))
                    .move(attempt.rows(), step.rows());
            transaction.commit();
            transaction.reset();
            return done;
        } catch (Throwable e) {
            Throwable reason = Blocked.reason(e, watch, lockPolicy);
            if (reason instanceof Blocked blocked && lockPolicy.allowsAfter(attempt.number())) {
                throw blocked;
            }
            transaction.rollback(reason);
            Done done = done(attempt, notes, start);
            String kept = passedOver(attempt, notes) + kept(attempt.start());
            RetortException failure = context.secrets().hidden(StepFailure.of(reason, step, script, kept));
            if (context.stop().isRequested()) {
                throw failure;
            }
            throw new StepFailed(done, failure);
        } finally {
            transaction.unlimit();
        }
    }

    private void migrate(Step step, StepScript script, RehearsalNotes notes) {
        StatementRunner runner = runner(notes);
        Journal journal = Journal.inMemory(context, runner, step);
        ScriptFiles files = new ScriptFiles(script.files(), context.dialect());
        RehearsingChannel channel =
                new RehearsingChannel(context, runner, transaction, journal, files, notes, stage.isCopy());
        context.stop().interruptible(() -> {
            script.migrate(step.direction(), channel);
            runner.verify();
            return true;
        });
    }

    private StatementRunner runner(StatementRunner.Listener listener) {
        return new StatementRunner(context.dialect(), stage.connection(), context.stop(), listener)
                .hiding(context.secrets())
                .verifying(transaction::verify);
    }

    private static Done done(Attempt attempt, RehearsalNotes notes, long start) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start).minus(notes.looking());
        // Of one table each is stronger than those before it.
        Map<String, TableLock> held = new LinkedHashMap<>();
        attempt.before().stream()
                .flatMap(done -> done.statements().stream())
                .flatMap(statement -> statement.effects().locks().stream())
                .filter(lock -> lock.keepsOut() != KeepsOut.NOBODY)
                .forEach(lock -> held.put(lock.table(), lock));
        return new Done(attempt.step(), duration, List.copyOf(held.values()), notes.statements());
    }

    private String kept(SortedSet<String> rows) {
        if (transaction.wasCommitted()) {
            return "What the rehearsal had done before that was committed by it, and stays. Undo it by hand.";
        }
        return "Nothing of the rehearsal was kept; the database is at " + VersionTable.shown(rows) + ".";
    }

    /** What a failure may be due to that is none of the scripts'. */
    private static String passedOver(Attempt attempt, RehearsalNotes notes) {
        List<Rehearsed> parts = new ArrayList<>();
        attempt.before().forEach(done -> parts.addAll(done.statements()));
        parts.addAll(notes.statements());
        parts.removeIf(Rehearsed::wasRun);
        if (parts.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(
                "The rehearsal ends here. What could not be rehearsed comes before, and" + " this may depend on it:\n");
        int first = Math.max(0, parts.size() - NAMED);
        if (first > 0) {
            text.append("  … (").append(first).append(" more)\n");
        }
        parts.subList(first, parts.size())
                .forEach(part -> text.append("  ")
                        .append(part.where())
                        .append(": ")
                        .append(shown(part.sql()))
                        .append('\n'));
        return text.toString();
    }

    private static String shown(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SQL_LENGTH ? line : line.substring(0, SQL_LENGTH - 1) + "…";
    }
}
