package dev.retort.internal.run.resume;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Runner;
import dev.retort.internal.record.HistoryEntry;
import dev.retort.internal.record.MigrationStore;
import dev.retort.internal.record.Progress;
import dev.retort.internal.record.State;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.statement.StatementRunner;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Records what a person decided about an interrupted revision, and that a person decided it. */
public final class Resolve {

    private final RunContext context;
    private final MigrationStore store;
    private final Connection connection;
    private final Runner self;

    public Resolve(RunContext context, MigrationStore store, Connection connection, Runner self) {
        this.context = context;
        this.store = store;
        this.connection = connection;
        this.self = self;
    }

    /** The one interrupted revision whose id is, or begins with, a text. */
    public static Progress named(State state, String name) {
        Progress exact = state.interrupted().get(name);
        if (exact != null) {
            return exact;
        }
        List<Progress> found = state.interrupted().values().stream()
                .filter(progress -> progress.revision().startsWith(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String interrupted = String.join(", ", state.interrupted().keySet());
        throw new RetortException(
                Kind.USAGE,
                Problem.of("There is nothing to resolve: no revision \"" + name + "\" was interrupted.")
                        .withHint(
                                interrupted.isEmpty()
                                        ? "Nothing is half done in this database. To record where it is: retort"
                                                + " stamp REV"
                                        : "Interrupted: " + interrupted + "."));
    }

    /** In the transaction that is open: the revision is applied, or is not; the rows it leads to. */
    public SortedSet<String> revision(State state, Progress progress, boolean applied) {
        String id = progress.revision();
        SortedSet<String> rows =
                progress.direction().equals("upgrade") == applied ? moved(state, id, applied) : state.rows();
        store.move(state.rows(), rows);
        store.append(entry(progress, applied ? "stamp" : "unstamp", null));
        if (!store.remove(progress)) {
            throw new Overtaken(id);
        }
        store.forget(id);
        return rows;
    }

    private SortedSet<String> moved(State state, String id, boolean applied) {
        context.graph().revision(id);
        SortedSet<String> ids = new TreeSet<>(context.graph().applied(state.rows()));
        if (applied) {
            ids.add(id);
        } else {
            ids.remove(id);
        }
        return context.graph().rows(ids);
    }

    /** In the transaction that is open: the statement that was under way has done its work, or has done nothing. */
    public void statement(Progress progress, int number, boolean applied) {
        if (progress.intent() == null || progress.statements() + 1 != number) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("Statement " + number + " of revision " + progress.revision() + " is not in doubt.")
                            .withHint("It was interrupted " + progress.place() + "; the next run of the "
                                    + progress.direction() + " goes on there."));
        }
        Interruption.replace(
                context,
                new StatementRunner(context.dialect(), connection, context.stop()),
                progress,
                applied ? progress.ended() : progress.withoutIntent());
        String said = "Statement " + number + " was said to be " + (applied ? "applied" : "not applied") + ": "
                + progress.intent();
        store.append(entry(progress, progress.direction(), said), "resolved");
    }

    private HistoryEntry entry(Progress progress, String direction, @Nullable String said) {
        return new HistoryEntry(
                progress.revision(),
                direction,
                "Resolved by hand: was interrupted " + progress.place(),
                context.clock().instant(),
                Duration.ZERO,
                0,
                said,
                self,
                null);
    }
}
