package dev.retort.internal.task;

import dev.retort.Direction;
import dev.retort.LintFinding;
import dev.retort.Plan;
import dev.retort.Rehearsal;
import dev.retort.RetortException;
import dev.retort.Revision;
import dev.retort.RunResult;
import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.connect.BackupFile;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.connect.NetworkTimeout;
import dev.retort.internal.dialect.Backup;
import dev.retort.internal.dialect.Capability;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.dialect.ServerVersion;
import dev.retort.internal.dialect.Session;
import dev.retort.internal.dialect.Stage;
import dev.retort.internal.lock.RunLock;
import dev.retort.internal.project.Scripts;
import dev.retort.internal.project.Squash;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.record.InterruptedRevisions;
import dev.retort.internal.record.Progress;
import dev.retort.internal.record.State;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.online.DialectCheck;
import dev.retort.internal.run.online.DoneStep;
import dev.retort.internal.run.online.OnlineRun;
import dev.retort.internal.run.online.RunGuard;
import dev.retort.internal.run.online.StampRun;
import dev.retort.internal.run.rehearse.RehearsalRun;
import dev.retort.internal.run.statement.Watch;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.settings.UpgradeCheck;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call that changes the database: looks whether there is anything to do, then does it under the lock. */
public final class OnlineTask {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private static final String UNTOUCHED = "Nothing was run.";

    private interface Work<R> {
        R on(OnlineRun run, Connection connection) throws SQLException;
    }

    private interface Place<R> {
        R on(Connection connection, Session session, RunGuard runGuard) throws SQLException;
    }

    private final Settings settings;
    private final Chain chain;
    private final Connections connections;
    private final Scripts scripts;
    private final RunContext context;
    private final boolean silent;

    public OnlineTask(Settings settings, Chain chain, Sandbox sandbox) {
        this(settings, chain, sandbox, false);
    }

    /** @param silent announces no step */
    public OnlineTask(Settings settings, Chain chain, Sandbox sandbox, boolean silent) {
        this.silent = silent;
        this.settings = settings;
        this.chain = chain;
        this.connections = settings.database();
        this.scripts = new Scripts(chain, sandbox);
        this.context = settings.context(connections.dialect(), chain.graph(), scripts);
    }

    public RunResult run(Function<State, Plan> planner) {
        return connections.looking(look(planner), (look, place) -> run(planner, look, place));
    }

    private RunResult run(Function<State, Plan> planner, Look look, Connections place) {
        if (look.plan().steps().isEmpty() && look.isSettled()) {
            SortedSet<String> rows = look.plan().rows();
            return new RunResult(rows, List.of(), rows, Collections.emptySortedSet(), Optional.empty());
        }
        prepare(look);
        settings.upgradeCheck().ifPresent(check -> look(check, look.plan()));
        settings.backup().file().ifPresent(BackupFile::check);
        return locked(place, (run, connection) -> {
            Optional<Path> backup = backUp(run, connection, planner);
            run.ensureTables();
            if (settings.roleWarning()) {
                run.warnOfRole();
            }
            if (!look.isSettled()) {
                run.stamps().settle(state -> Squash.whole(chain, state));
            }
            OnlineRun.Outcome outcome = run.run(planner);
            List<RunResult.Step> steps =
                    outcome.steps().stream().map(OnlineTask::step).toList();
            return new RunResult(outcome.from(), steps, outcome.rows(), Collections.emptySortedSet(), backup);
        });
    }

    /** Does what {@link #run} would do where nothing of it stays. */
    public Rehearsal rehearse(Function<State, Plan> planner) {
        Function<State, Plan> whole = state -> {
            InterruptedRevisions.refuse(state);
            return planner.apply(state);
        };
        return connections.looking(look(whole), (look, place) -> rehearse(whole, look, place));
    }

    private Rehearsal rehearse(Function<State, Plan> whole, Look look, Connections place) {
        boolean shared = context.dialect().has(Capability.SESSION_LOCKS);
        if (look.plan().steps().isEmpty()) {
            SortedSet<String> rows = look.plan().rows();
            return new Rehearsal(rows, !shared, List.of(), rows, Optional.empty());
        }
        prepare(look);
        Place<Rehearsal> work = (connection, session, runGuard) -> {
            if (settings.roleWarning()) {
                RehearsalRun.warnOfRole(context, connection);
            }
            Runnable check = () -> settings.stop().check(UNTOUCHED);
            try (Stage stage = context.dialect().sessions().stage(connection, session, check)) {
                RehearsalRun run = new RehearsalRun(context, stage, runGuard);
                return Rehearsals.of(run.run(whole), stage.isCopy());
            }
        };
        return shared ? lockedAt(place, work) : reading(work);
    }

    /** Brings no database into being, which a copy needs none of. */
    private <R> R reading(Place<R> work) {
        return connections.reading((connection, lock) -> {
            try (Session session = context.dialect().sessions().session(connection)) {
                return work.on(connection, session, new RunGuard(settings.lockTimeout(), () -> {}, null));
            }
        });
    }

    public RunResult stamp(Function<State, Plan> planner, boolean purge) {
        return locked((run, connection) -> {
            run.ensureTables();
            if (!purge) {
                run.stamps().settle(state -> Squash.seen(chain, state));
            }
            StampRun.Stamped stamped = run.stamps().stamp(planner, purge);
            Plan plan = stamped.plan();
            return new RunResult(plan.from(), List.of(), plan.rows(), stamped.recorded(), Optional.empty());
        });
    }

    /** @param statement only this one; null for the whole revision */
    public RunResult resolve(String name, boolean applied, @Nullable Integer statement) {
        Progress interrupted = connections.reading((connection, lock) -> StampRun.interrupted(
                settings.store(context.dialect(), connection).state(), name));
        return locked((run, connection) -> {
            StampRun.Moved moved = statement == null
                    ? run.stamps().resolve(name, applied)
                    : run.stamps().resolve(name, statement, applied);
            SortedSet<String> stamped = new TreeSet<>(statement == null ? Set.of(interrupted.revision()) : Set.of());
            return new RunResult(moved.from(), List.of(), moved.rows(), stamped, Optional.empty());
        });
    }

    /** Writes entries into the history, where there is one. */
    void record(Function<State, List<HistoryEntry>> entries) {
        locked((run, connection) -> {
            run.stamps().record(entries);
            return true;
        });
    }

    public boolean ensureTables() {
        return locked((run, connection) -> run.ensureTables());
    }

    /** What another run has done in the meantime needs no backup of ours. */
    private Optional<Path> backUp(OnlineRun run, Connection connection, Function<State, Plan> planner)
            throws SQLException {
        if (settings.backup().file().isEmpty()
                || planner.apply(settings.store(context.dialect(), connection).state())
                        .steps()
                        .isEmpty()) {
            return Optional.empty();
        }
        run.checkTables();
        BackupFile wanted = settings.backup().file().get();
        Backup backup = context.dialect()
                .administration()
                .backup(
                        connection,
                        connections.url(),
                        settings.backup().program().orElse(null));
        wanted.write(backup, connection, settings.stop()::check);
        return Optional.of(wanted.path());
    }

    private void prepare(Look look) {
        try {
            settings.stop().interruptible(() -> {
                DialectCheck check = new DialectCheck(context, false, Optional.of(look.server()));
                scripts.compile(look.plan(), context.dialect(), check);
                return true;
            });
        } catch (RetortException e) {
            settings.stop().check(UNTOUCHED);
            throw e;
        }
    }

    /** What an upgrade would do that is an error, however it ends. */
    private void look(UpgradeCheck check, Plan plan) {
        List<Step> up = plan.steps().stream()
                .filter(step -> step.direction() == Direction.UP)
                .toList();
        if (up.isEmpty()) {
            return;
        }
        SortedSet<String> from = new TreeSet<>(plan.from());
        from.removeIf(id -> !chain.graph().contains(id));
        Set<String> applied = chain.graph().applied(from);
        List<Step> before = chain.graph().upgrade(new TreeSet<>(), "heads").steps().stream()
                .filter(step -> applied.contains(step.revision().id()))
                .toList();
        List<LintFinding> errors = settings.stop()
                .interruptible(() -> new LintTask(settings, chain, scripts).errors(check.request(), before, up));
        settings.stop().check(UNTOUCHED);
        new UpgradeErrors(check).report(errors);
    }

    /**
     * What there is to do, and where.
     *
     * @param found the version rows, of which the plan may see others in the place
     */
    private record Look(Plan plan, SortedSet<String> found, ServerVersion server) {

        boolean isSettled() {
            return plan.from().equals(found);
        }
    }

    private Connections.Work<Look> look(Function<State, Plan> planner) {
        return (connection, lock) -> {
            State state = settings.store(context.dialect(), connection).state();
            Plan plan = planner.apply(state);
            Set<String> written = new HashSet<>();
            plan.steps().forEach(step -> written.addAll(step.rows()));
            settings.store(context.dialect(), connection).checkWidth(written);
            return new Look(plan, state.rows(), ServerVersion.of(connection));
        };
    }

    private <R> R locked(Work<R> work) {
        return locked(connections, work);
    }

    private <R> R locked(Connections place, Work<R> work) {
        return lockedAt(
                place, (connection, session, runGuard) -> work.on(run(connection, session, runGuard), connection));
    }

    private <R> R lockedAt(Connections place, Place<R> work) {
        return place.writing((connection, lock) -> {
            Dialect dialect = context.dialect();
            if (!dialect.has(Capability.SESSION_LOCKS)) {
                try (Session session = dialect.sessions().session(connection)) {
                    return work.on(connection, session, new RunGuard(settings.lockTimeout(), () -> {}, null));
                }
            }
            String name = settings.tables().versions().lockName();
            Duration answer = connection == lock ? Duration.ZERO : settings.answerTimeout();
            try (NetworkTimeout timeout = NetworkTimeout.of(lock, answer);
                    RunLock held = RunLock.acquire(
                            dialect.locks(),
                            lock,
                            name,
                            settings.lockTimeout(),
                            () -> settings.stop().check(UNTOUCHED))) {
                LOG.trace("Lock \"{}\" taken", held.name());
                return inSession(connection, lock, held, work);
            }
        });
    }

    private <R> R inSession(Connection connection, Connection lock, RunLock held, Place<R> work) throws SQLException {
        try (Session session = context.dialect().sessions().session(connection)) {
            context.dialect().locks().checkLock(lock, connection, held.name());
            try (Watch watch = watch(connection, lock)) {
                return work.on(connection, session, new RunGuard(settings.lockTimeout(), held::check, watch));
            }
        }
    }

    private OnlineRun run(Connection connection, Session session, RunGuard runGuard) {
        OnlineRun run = new OnlineRun(context, connection, session, runGuard);
        return silent ? run.silent() : run;
    }

    /** Null where there is no other connection to look from. */
    private @Nullable Watch watch(Connection connection, Connection lock) throws SQLException {
        if (connection == lock) {
            return null;
        }
        Watch.Times times = new Watch.Times(settings.lockPolicy().lockWait(), settings.answerTimeout());
        return Watch.start(context.dialect().locks().blockers(lock, connection), connection, settings.stop(), times);
    }

    private static RunResult.Step step(DoneStep done) {
        Revision revision = done.step().revision();
        return new RunResult.Step(
                revision.id(),
                revision.downRevisions(),
                revision.message() == null ? "" : revision.message(),
                done.step().direction().word(),
                done.duration(),
                done.statements(),
                done.step().rows());
    }
}
