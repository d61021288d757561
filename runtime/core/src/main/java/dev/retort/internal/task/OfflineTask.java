package dev.retort.internal.task;

import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.connect.Connections;
import dev.retort.internal.dialect.ServerVersion;
import dev.retort.internal.graph.Range;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.project.Scripts;
import dev.retort.internal.record.InterruptedRevisions;
import dev.retort.internal.record.State;
import dev.retort.internal.run.RunContext;
import dev.retort.internal.run.offline.OfflineRun;
import dev.retort.internal.run.online.DialectCheck;
import dev.retort.internal.run.online.Replay;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call that writes SQL: from where the database is when it can be asked, from a named revision otherwise. */
public final class OfflineTask {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.sql");

    private final Settings settings;
    private final Chain chain;
    private final RevisionGraph graph;
    private final Plans plans;
    private final Connections connections;
    private final Scripts scripts;
    private final RunContext context;

    public OfflineTask(Settings settings, Chain chain, Sandbox sandbox) {
        this.settings = settings;
        this.chain = chain;
        this.graph = chain.graph();
        this.plans = new Plans(settings, chain);
        this.connections = settings.database();
        this.scripts = new Scripts(chain, sandbox);
        this.context = settings.context(connections.dialect(), graph, scripts);
    }

    /**
     * Writes the changes of revisions that the database need not know of.
     *
     * @param target the last of them
     * @param rows where it starts; empty asks the database
     */
    public void changes(String target, Optional<SortedSet<String>> rows, Appendable out) {
        Function<State, Plan> planner = state -> plans.upgrade(state, target);
        Writing writing = (run, start) -> {
            compile(start);
            run.writeChanges(start.plan());
        };
        if (rows.isPresent()) {
            fromNamed(rows.get(), out, planner, writing);
        } else {
            fromDatabase(out, planner, writing);
        }
    }

    public void upgrade(String range, Appendable out) {
        write(range, plans::upgrade, out);
    }

    public void downgrade(String range, Appendable out) {
        write(range, plans::downgrade, out);
    }

    public void stamp(List<String> targets, boolean purge, Appendable out) {
        String first = targets.get(0);
        List<String> to = new ArrayList<>(targets);
        to.set(0, end(first));
        Function<State, Plan> planner =
                state -> purge ? graph.stampPurging(state.rows(), to) : graph.stamp(state.rows(), to);
        start(first, out, planner, (run, start) -> {
            createMissingTables(run, start);
            run.stamp(start.plan());
        });
    }

    public void ensureTables(Appendable out) {
        OfflineRun run = new OfflineRun(context, Optional.empty());
        run.createTables();
        run.flushTo(out);
    }

    private void write(String range, BiFunction<State, String, Plan> planner, Appendable out) {
        String target = end(range);
        start(range, out, state -> planner.apply(state, target), (run, start) -> {
            createMissingTables(run, start);
            compile(start);
            run.write(start.plan());
        });
    }

    private void compile(Start start) {
        scripts.compile(start.plan(), context.dialect(), new DialectCheck(context, true, start.server()));
    }

    private static void createMissingTables(OfflineRun run, Start start) {
        if (start.lacksTables()) {
            run.createTables();
        }
    }

    /**
     * What is to be written, and for what.
     *
     * @param shadow see {@link dev.retort.internal.dialect.ShellScripts#shadow}
     * @param server empty where no database is asked
     */
    private record Start(Plan plan, boolean lacksTables, Optional<Connection> shadow, Optional<ServerVersion> server) {}

    private interface Writing {
        void write(OfflineRun run, Start start);
    }

    private void start(String range, Appendable out, Function<State, Plan> planner, Writing writing) {
        if (range.contains(":")) {
            fromNamed(namedRows(range), out, planner, writing);
        } else {
            fromDatabase(out, planner, writing);
        }
    }

    /** A named start needs no database; for what must be looked at, the chain itself makes one in memory. */
    private void fromNamed(SortedSet<String> rows, Appendable out, Function<State, Plan> planner, Writing writing) {
        Plan plan = planner.apply(State.of(rows));
        try {
            Optional<Connection> memory = context.dialect().scripts().shadow(Optional.empty());
            boolean lacksTables = rows.isEmpty();
            if (memory.isEmpty()) {
                finish(new Start(plan, lacksTables, memory, Optional.empty()), out, writing);
                warn(rows, plan);
                return;
            }
            try (Connection shadow = memory.get()) {
                if (!rows.isEmpty()) {
                    Replay.run(context, shadow, ancestors(rows), rows);
                }
                finish(new Start(plan, lacksTables, memory, Optional.empty()), out, writing);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a database in memory failed", e);
        }
    }

    /** What a database would refuse of the steps, as far as the scripts before them reveal it: none was asked. */
    private void warn(SortedSet<String> rows, Plan plan) {
        new ChainTask(settings, chain, scripts)
                .problems(ancestors(rows), plan)
                .forEach(problem -> LOG.warn("{}", problem));
    }

    private void fromDatabase(Appendable out, Function<State, Plan> planner, Writing writing) {
        connections.reading((connection, lock) -> {
            State state = settings.store(context.dialect(), connection).state();
            InterruptedRevisions.refuse(state);
            Plan plan = planner.apply(state);
            refuseUnsettled(state, plan);
            boolean lacksTables = !settings.store(context.dialect(), connection).exist();
            Optional<Connection> memory = context.dialect().scripts().shadow(Optional.of(connection));
            try {
                finish(new Start(plan, lacksTables, memory, Optional.of(ServerVersion.of(connection))), out, writing);
            } finally {
                if (memory.isPresent()) {
                    memory.get().close();
                }
            }
            return plan;
        });
    }

    /** A script begins with the rows that it finds. */
    private static void refuseUnsettled(State state, Plan plan) {
        if (!plan.from().equals(state.rows())) {
            String now = String.join(" ", plan.from());
            throw new RetortException(
                    Kind.SCRIPT,
                    Problem.of("The database is at " + String.join(", ", state.rows()) + ", which " + now
                                    + " replaces now.")
                            .withHint("Write that down first: retort stamp " + now));
        }
    }

    private void finish(Start start, Appendable out, Writing writing) {
        if (start.plan().steps().isEmpty()
                && start.plan().rows().equals(start.plan().from())) {
            return;
        }
        OfflineRun run = new OfflineRun(context, start.shadow());
        writing.write(run, start);
        run.flushTo(out);
    }

    private List<Revision> ancestors(SortedSet<String> rows) {
        SortedSet<String> applied = graph.applied(rows);
        return graph.oldestFirst().stream()
                .filter(revision -> applied.contains(revision.id()))
                .toList();
    }

    private SortedSet<String> namedRows(String text) {
        String start = Range.parse(text).start();
        if (start == null) {
            return new TreeSet<>();
        }
        List<String> ids = Arrays.stream(start.split(","))
                .flatMap(each -> graph.resolve(each, new TreeSet<>()).stream())
                .map(Revision::id)
                .toList();
        return graph.rows(ids);
    }

    private static String end(String text) {
        if (!text.contains(":")) {
            return text;
        }
        String end = Range.parse(text).end();
        if (end == null) {
            throw new RetortException(
                    Kind.USAGE,
                    Problem.of("The range \"" + text + "\" has no end.").withHint("Write from:to, as in base:head."));
        }
        return end;
    }
}
