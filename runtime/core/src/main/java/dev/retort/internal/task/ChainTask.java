package dev.retort.internal.task;

import dev.retort.Direction;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.dialect.Dialect;
import dev.retort.internal.fold.FoldingRules;
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

    /** To compile and to fold so many scripts takes about as long as a command does that needs neither. */
    private static final int FEW = 50;

    private final RevisionGraph graph;
    private final Scripts scripts;
    private final ChainFold fold;
    private final KnownSchemas known;
    private final SchemaNames schemas;

    public ChainTask(Settings settings, Chain chain, Sandbox sandbox) {
        this(settings, chain, new Scripts(chain, sandbox));
    }

    ChainTask(Settings settings, Chain chain, Scripts scripts) {
        Dialect dialect = settings.database().dialect();
        FoldingRules rules = settings.folding();
        this.graph = chain.graph();
        this.scripts = scripts;
        this.fold = settings.fold();
        this.known = KnownSchemas.of(settings, chain, rules);
        this.schemas = settings.schemas();
    }

    /**
     * The schema of a database that was upgraded to revisions, as far as it is one of those that are read, and what of the
     * scripts that database would have refused.
     *
     * @param targets as upgrades take them, one after the other
     */
    public ChainFold.Folded folded(Collection<String> targets) {
        Set<Problem> problems = new LinkedHashSet<>();
        Schema schema =
                known.after(steps(targets), (start, steps) -> folded(start, steps, problems), problems::isEmpty);
        return new ChainFold.Folded(schemas.within(schema), problems);
    }

    /**
     * What a database would refuse of the upgrades, where no more than a few of the scripts have to be folded for that;
     * none otherwise.
     */
    public List<Problem> evidentProblems() {
        List<String> heads = List.of("heads");
        int unknown = known.unknown(steps(heads));
        return unknown == 0 || unknown > FEW
                ? List.of()
                : List.copyOf(folded(heads).problems());
    }

    private List<Step> steps(Collection<String> targets) {
        List<Step> steps = new ArrayList<>();
        SortedSet<String> rows = new TreeSet<>();
        for (String target : targets) {
            Plan plan = graph.upgrade(rows, target);
            steps.addAll(plan.steps());
            rows = plan.rows();
        }
        return steps;
    }

    /** What a database would refuse of a plan, where other revisions are applied. */
    List<Problem> problems(List<Revision> applied, Plan plan) {
        Set<Problem> problems = new LinkedHashSet<>();
        Schema schema = Schema.EMPTY;
        for (Revision revision : applied) {
            schema = fold.after(schema, scripts.apply(revision.id()), Direction.UP)
                    .schema();
        }
        folded(schema, plan.steps(), problems);
        return new ArrayList<>(problems);
    }

    private Schema folded(Schema start, List<Step> steps, Set<Problem> problems) {
        Schema schema = start;
        for (Step step : steps) {
            ChainFold.Folded folded = fold.after(schema, script(step), step.direction());
            problems.addAll(folded.problems());
            schema = folded.schema();
        }
        return schema;
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
            if (up.problems().isEmpty() && script.irreversible() == null) {
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
