package dev.retort.internal.run.online;

import dev.retort.Direction;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.Runner;
import dev.retort.Step;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.record.Progress;
import dev.retort.internal.record.State;
import dev.retort.internal.record.Tables;
import dev.retort.internal.record.VersionTable;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.StepFailure;
import dev.retort.internal.run.StepWords;
import dev.retort.internal.run.resume.Overtaken;
import dev.retort.internal.run.statement.Blocked;
import dev.retort.internal.run.statement.LockPolicy;
import dev.retort.internal.run.statement.Transaction;
import dev.retort.internal.run.statement.Watch;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs plans on a connection: each revision, its version rows and its history row in one transaction. */
public final class OnlineRun {

    private static final Logger UPGRADE = LoggerFactory.getLogger("dev.retort.upgrade");
    private static final Logger DOWNGRADE = LoggerFactory.getLogger("dev.retort.downgrade");
    private static final Logger LOCK = LoggerFactory.getLogger("dev.retort.lock");

    /**
     * @param from the version rows before
     * @param rows the version rows after
     */
    public record Outcome(SortedSet<String> from, List<DoneStep> steps, SortedSet<String> rows) {}

    private final RunContext context;
    private final Connection connection;
    private final Transaction transaction;
    private final StepRun steps;
    private final Runner self = Runner.thisProcess();
    private boolean silent;

    public OnlineRun(RunContext context, Connection connection, Session session, RunGuard runGuard) {
        Watch watch = runGuard.watch();
        this.connection = connection;
        this.transaction =
                new Transaction(context.dialect(), context.stop(), session, runGuard.patience(), runGuard.guard());
        this.context = context.with(located(context));
        this.steps = new StepRun(this.context, connection, transaction, self, watch);
    }

    /** Announces its steps to nobody but who wants to know everything. */
    public OnlineRun silent() {
        silent = true;
        return this;
    }

    /** Not with the level as an argument: many applications have the SLF4J of before that was possible. */
    private void announce(Step step) {
        Logger log = step.direction() == Direction.UP ? UPGRADE : DOWNGRADE;
        if (silent) {
            log.debug("{}", StepWords.announcement(step));
        } else {
            log.info("{}", StepWords.announcement(step));
        }
    }

    private Tables located(RunContext unlocated) {
        return transaction.looking(() -> unlocated.store(connection).located());
    }

    /**
     * Warns where the connection's role could do more than change its database. The history keeps that it did with the
     * next revision, so that a role is warned of once.
     */
    public void warnOfRole() {
        transaction.looking(() -> RoleWarning.warn(context, connection)).ifPresent(steps::note);
    }

    /** Makes sure that what is to be done could be written down, without changing anything. */
    public void checkTables() {
        transaction.looking(() -> {
            boolean exist = context.store(connection).exist();
            if (exist) {
                context.store(connection).checkWritable();
            }
            return exist;
        });
    }

    /** What changes rows and the history without running a script. */
    public StampRun stamps() {
        return new StampRun(context, connection, transaction, steps, self);
    }

    /** Creates Retort's own tables where they are missing, and completes those of an early version; whether any was. */
    public boolean ensureTables() {
        return transaction.around(() -> context.store(connection).create(), created -> created);
    }

    /**
     * Runs what the planner makes of the version rows. The rows are read inside the first step's transaction, so that
     * no other runner gets in between; where the database has no other lock, each further step looks again.
     *
     * @throws RetortException naming the revision, and where its script was; all before that revision is kept
     */
    public Outcome run(Function<State, Plan> planner) {
        List<DoneStep> done = new ArrayList<>();
        transaction.begin();
        try {
            State state = context.store(connection).state();
            SortedSet<String> from = state.rows();
            Plan plan = planner.apply(state);
            SortedSet<String> planned = plan.from();
            StepFailure.refuseIrreversible(plan, context.scripts());
            for (Step step : plan.steps()) {
                context.stop().check("The database is at " + VersionTable.shown(state.rows()) + ".");
                if (!transaction.isOpen()) {
                    state = begin();
                }
                Optional<DoneStep> result = run(step, planned, state);
                result.ifPresent(done::add);
                planned = step.rows();
                state = state.at(result.map(run -> run.step().rows()).orElse(state.rows()));
            }
            if (transaction.isOpen()) {
                transaction.abandon();
            }
            return new Outcome(from, done, state.rows());
        } catch (RuntimeException | Error e) {
            transaction.rollback(e);
            throw e;
        }
    }

    /** Where the database is, in a transaction that is new. */
    private State begin() {
        transaction.begin();
        return position();
    }

    private State position() {
        return context.store(connection).position();
    }

    /** Does a step, if no other run was faster; where one is at it at the same time, they take turns. */
    private Optional<DoneStep> run(Step step, SortedSet<String> planned, State found) {
        State state = found;
        boolean announced = false;
        int number = 1;
        while (true) {
            SortedSet<String> rows = state.rows();
            SortedSet<String> after = rows.equals(planned) ? step.rows() : after(step, rows);
            boolean keepsRows = step.rows().equals(planned);
            if (after.equals(rows) && !(keepsRows && isUnrecorded(step))) {
                transaction.abandon();
                return Optional.empty();
            }
            if (!announced) {
                announce(step);
                announced = true;
            }
            try {
                Progress interrupted = state.interrupted().get(step.revision().id());
                DoneStep done = steps.run(new StepRun.Attempt(step, rows, after, interrupted, number));
                transaction.reset();
                return Optional.of(done);
            } catch (Blocked e) {
                transaction.rollback(e);
                transaction.reset();
                number++;
                yieldTo(step, e, number);
                state = begin();
            } catch (Overtaken e) {
                transaction.rollback(e);
                transaction.reset();
                state = begin();
            }
        }
    }

    /** Nothing of ours is open during the pause, so that whoever waited for us goes on first. */
    private void yieldTo(Step step, Blocked blocked, int number) {
        Duration pause = LockPolicy.pause(number - 1, ThreadLocalRandom.current());
        LOCK.info(
                "Revision {} waits {} ms before try {} of {}: {}",
                step.revision().id(),
                pause.toMillis(),
                number,
                context.lockPolicy().tries(),
                blocked.reason());
        context.stop().sleep(pause, LockPolicy.INTERRUPTED);
    }

    /** Whether a step that no row names is still to be done. */
    private boolean isUnrecorded(Step step) {
        return !context.store(connection)
                .recorded()
                .applied()
                .contains(step.revision().id());
    }

    /** The rows that a step leads to from other rows than the plan thought of: another runner was here in the meantime. */
    private SortedSet<String> after(Step step, SortedSet<String> rows) {
        String id = step.revision().id();
        SortedSet<String> applied = new TreeSet<>(context.graph().applied(rows));
        if (step.direction() == Direction.DOWN) {
            applied.remove(id);
            return context.graph().rows(applied);
        }
        List<String> missing = context.graph().ancestors(List.of(id)).stream()
                .map(Revision::id)
                .filter(ancestor -> !ancestor.equals(id) && !applied.contains(ancestor))
                .toList();
        if (!missing.isEmpty()) {
            throw new RetortException(
                    Kind.FAILED,
                    Problem.of("Another run has reverted " + String.join(", ", missing) + ", which " + id + " needs.")
                            .withHint("The database is at " + String.join(", ", rows) + ". Run it again."));
        }
        applied.add(id);
        return context.graph().rows(applied);
    }
}
