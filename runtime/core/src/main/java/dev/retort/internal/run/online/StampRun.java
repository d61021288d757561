package dev.retort.internal.run.online;

import dev.retort.Plan;
import dev.retort.RetortException;
import dev.retort.Runner;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.record.MigrationStore;
import dev.retort.internal.record.Progress;
import dev.retort.internal.record.State;
import dev.retort.internal.record.VersionTable;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.StampHistory;
import dev.retort.internal.run.resume.Resolve;
import dev.retort.internal.run.statement.StatementRunner;
import dev.retort.internal.run.statement.Transaction;
import java.sql.Connection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the version rows and the history of a database without running any script. */
public final class StampRun {

    private static final Logger RUN = LoggerFactory.getLogger("dev.retort.run");

    /**
     * @param plan from rows to rows
     * @param recorded the revisions that the history says something new of
     */
    public record Stamped(Plan plan, SortedSet<String> recorded) {}

    /** The version rows before and after. */
    public record Moved(SortedSet<String> from, SortedSet<String> rows) {}

    private final RunContext context;
    private final Connection connection;
    private final Transaction transaction;
    private final StepRun steps;
    private final Runner self;

    StampRun(RunContext context, Connection connection, Transaction transaction, StepRun steps, Runner self) {
        this.context = context;
        this.connection = connection;
        this.transaction = transaction;
        this.steps = steps;
        this.self = self;
    }

    /**
     * Records that an interrupted revision is applied, or is not.
     *
     * @param name the id of the revision, or its beginning
     */
    public Moved resolve(String name, boolean applied) {
        return resolving((resolve, state) -> {
            SortedSet<String> rows = resolve.revision(state, Resolve.named(state, name), applied);
            steps.readBack(rows);
            return new Moved(state.rows(), rows);
        });
    }

    /** Records that the statement which an interrupted revision was at has done its work, or has done nothing. */
    public Moved resolve(String name, int statement, boolean applied) {
        return resolving((resolve, state) -> {
            resolve.statement(Resolve.named(state, name), statement, applied);
            return new Moved(state.rows(), state.rows());
        });
    }

    /**
     * How far the interrupted revision of a name came.
     *
     * @throws RetortException where there is none
     */
    public static Progress interrupted(State state, String name) {
        return Resolve.named(state, name);
    }

    private Moved resolving(BiFunction<Resolve, State, Moved> work) {
        return transaction.around(() -> work.apply(new Resolve(context, store(), connection, self), position()));
    }

    private MigrationStore store() {
        return context.store(connection).by(new StatementRunner(context.dialect(), connection, context.stop()));
    }

    private State position() {
        return context.store(connection).position();
    }

    /**
     * Writes the rows of revisions that stand for others in the place of these, and into the history that they are
     * applied.
     */
    public void settle(UnaryOperator<State> seeing) {
        transaction.around(
                () -> {
                    State state = position().with(context.store(connection).recorded());
                    SortedSet<String> rows = seeing.apply(state).rows();
                    boolean moved = !rows.equals(state.rows());
                    if (moved) {
                        settle(state, rows);
                    }
                    return moved;
                },
                moved -> moved);
    }

    private void settle(State state, SortedSet<String> rows) {
        MigrationStore store = store();
        store.move(state.rows(), rows);
        Plan plan = new Plan(state.rows(), List.of(), rows);
        StampHistory.of(context, plan, state.recorded(), false).entries(self).forEach(store::append);
        steps.readBack(rows);
        RUN.info(
                "The database was at {}; it is at {} now, which stands for it.",
                VersionTable.shown(state.rows()),
                VersionTable.shown(rows));
    }

    /**
     * Moves the version rows and writes it down, without running any script.
     *
     * @param purge also takes back from the history what no script explains any more
     */
    public Stamped stamp(Function<State, Plan> planner, boolean purge) {
        return transaction.around(() -> {
            State state = position().with(context.store(connection).recorded());
            Plan plan = planner.apply(state);
            context.store(connection).checkWidth(plan.rows());
            MigrationStore store = store();
            store.move(plan.from(), plan.rows());
            if (purge) {
                state.interrupted().keySet().forEach(store::forget);
            }
            SortedSet<String> recorded = new TreeSet<>();
            for (HistoryEntry entry :
                    StampHistory.of(context, plan, state.recorded(), purge).entries(self)) {
                store.append(entry);
                recorded.add(entry.revision());
            }
            steps.readBack(plan.rows());
            return new Stamped(plan, recorded);
        });
    }

    /** Writes entries into the history, and nothing else. */
    public void record(Function<State, List<HistoryEntry>> entries) {
        MigrationStore store = store();
        transaction.around(() -> entries.apply(store.state()).forEach(store::append));
    }
}
