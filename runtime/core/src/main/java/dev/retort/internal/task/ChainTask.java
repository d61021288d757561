package dev.retort.internal.task;

import dev.retort.Direction;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.project.Scripts;
import dev.retort.internal.run.StepScript;
import dev.retort.internal.run.fold.ChainFold;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.schema.Schema;
import dev.retort.internal.settings.SchemaNames;
import dev.retort.internal.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a chain of scripts makes of an empty database, without one. */
public final class ChainTask {

    private final RevisionGraph graph;
    private final Scripts scripts;
    private final ChainFold fold;
    private final SchemaNames schemas;

    public ChainTask(Settings settings, Chain chain, Sandbox sandbox) {
        Dialect dialect = settings.database().dialect();
        this.graph = chain.graph();
        this.scripts = new Scripts(chain, sandbox);
        this.fold = new ChainFold(dialect, settings.schemas().folding(dialect.folding()), settings.arguments());
        this.schemas = settings.schemas();
    }

    /**
     * The schema of a database that was upgraded to a revision, as far as it is one of those that are read.
     *
     * @param target as an upgrade takes it
     */
    public Schema schema(String target) {
        return schema(List.of(target));
    }

    /** The same of a database that was upgraded to several revisions. */
    public Schema schema(Collection<String> targets) {
        Schema schema = Schema.EMPTY;
        SortedSet<String> rows = new TreeSet<>();
        for (String target : targets) {
            Plan plan = graph.upgrade(rows, target);
            for (Step step : plan.steps()) {
                schema = fold.after(schema, script(step), Direction.UP).schema();
            }
            rows = plan.rows();
        }
        return schemas.within(schema);
    }

    /**
     * What a database would refuse of the chain, each script upgraded and downgraded where the chain comes to it: what no
     * earlier revision created, and what is there already.
     */
    public List<Problem> problems() {
        Set<Problem> problems = new LinkedHashSet<>();
        Schema schema = Schema.EMPTY;
        for (Step step : plan("heads").steps()) {
            StepScript script = script(step);
            ChainFold.Folded up = fold.after(schema, script, Direction.UP);
            problems.addAll(up.problems());
            schema = up.schema();
            if (up.problems().isEmpty() && script.migration().irreversible() == null) {
                problems.addAll(fold.after(schema, script, Direction.DOWN).problems());
            }
        }
        return new ArrayList<>(problems);
    }

    private Plan plan(String target) {
        return graph.upgrade(new TreeSet<>(), target);
    }

    private StepScript script(Step step) {
        return scripts.apply(step.revision().id());
    }
}
