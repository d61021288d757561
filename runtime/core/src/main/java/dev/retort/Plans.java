package dev.retort;

import dev.retort.chain.Chain;
import dev.retort.error.Location;
import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.execute.State;
import dev.retort.graph.Direction;
import dev.retort.graph.Plan;
import dev.retort.graph.Revision;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans from what a database tells of itself, where its history may say otherwise than its rows. */
final class Plans {

    private final RevisionGraph graph;
    private final NeverRun neverRun;
    private final boolean outOfOrder;

    /** @param outOfOrder runs what was put below applied revisions, instead of refusing to go on */
    Plans(Chain chain, boolean outOfOrder) {
        this.graph = chain.graph();
        this.neverRun = new NeverRun(chain);
        this.outOfOrder = outOfOrder;
    }

    Plan upgrade(State state, String target) {
        Interrupted.refuseUpgrade(state);
        Plan plan = graph.upgrade(state.rows(), target);
        List<Revision> skipped = neverRun.in(state);
        if (skipped.isEmpty()) {
            return plan;
        }
        if (!outOfOrder) {
            throw refusal(skipped, state, "retort upgrade " + target + " --out-of-order");
        }
        List<Step> steps = new ArrayList<>();
        skipped.forEach(revision -> steps.add(new Step(revision, Direction.UP, plan.from())));
        steps.addAll(plan.steps());
        return new Plan(plan.from(), steps, plan.rows());
    }

    /** What never ran can be neither reverted nor stood at. */
    Plan downgrade(State state, String target) {
        Interrupted.refuseDowngrade(state);
        Plan plan = graph.downgrade(state.rows(), target);
        Set<String> concerned = new HashSet<>(plan.rows());
        plan.steps().forEach(step -> concerned.add(step.revision().id()));
        List<Revision> skipped = neverRun.in(state).stream()
                .filter(revision -> concerned.contains(revision.id()))
                .toList();
        if (!skipped.isEmpty()) {
            throw refusal(skipped, state, "retort upgrade heads --out-of-order");
        }
        return plan;
    }

    private static RetortException refusal(List<Revision> skipped, State state, String command) {
        String stamp = "retort stamp " + String.join(" ", state.rows());
        List<Problem> problems = skipped.stream()
                .map(revision -> Problem.at(
                                Location.of(revision.file()),
                                "Revision " + revision.id() + " stands below what is applied, but never ran here.")
                        .withHint("To run it now: " + command + ". If what it does is there already: " + stamp))
                .toList();
        return new RetortException(Kind.SCRIPT, problems);
    }
}
