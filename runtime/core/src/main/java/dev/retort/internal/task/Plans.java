package dev.retort.internal.task;

import dev.retort.Direction;
import dev.retort.Location;
import dev.retort.Plan;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.Revision;
import dev.retort.Step;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.drift.Edit;
import dev.retort.internal.drift.Edits;
import dev.retort.internal.drift.SkippedRevisions;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.project.Ahead;
import dev.retort.internal.project.ChainReader;
import dev.retort.internal.project.EditedFile;
import dev.retort.internal.project.Squash;
import dev.retort.internal.record.InterruptedRevisions;
import dev.retort.internal.record.State;
import dev.retort.internal.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans from what a database says of itself, where its history may say otherwise than its rows. */
public final class Plans {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private final Settings settings;
    private final Chain chain;
    private final RevisionGraph graph;
    private final SkippedRevisions neverRun;
    private final Set<String> reported = new HashSet<>();

    public Plans(Settings settings, Chain chain) {
        this.settings = settings;
        this.chain = chain;
        this.graph = chain.graph();
        this.neverRun = new SkippedRevisions(chain);
    }

    public Plan upgrade(State found, String target) {
        State state = Squash.whole(chain, found);
        InterruptedRevisions.refuseUpgrade(state);
        Optional<Ahead> ahead = Ahead.of(chain, state, new ChainReader(settings)::completed);
        if (ahead.isPresent()) {
            return upgrade(ahead.get(), state, target);
        }
        Plan plan = graph.upgrade(state.rows(), target);
        refuseEdited(state);
        warnOfGone(state, Set.of());
        List<Revision> skipped = neverRun.in(state);
        if (skipped.isEmpty()) {
            return plan;
        }
        if (!settings.outOfOrder()) {
            throw refusal(skipped, state, "retort upgrade " + target + " --out-of-order");
        }
        List<Step> steps = new ArrayList<>();
        skipped.forEach(revision -> steps.add(new Step(revision, Direction.UP, plan.from())));
        steps.addAll(plan.steps());
        return new Plan(plan.from(), steps, plan.rows());
    }

    /** Whatever the scripts have is applied, or nothing is done: what was built on them may not bear what is missing. */
    private Plan upgrade(Ahead ahead, State state, String target) {
        if (settings.strict()) {
            throw ahead.strict();
        }
        List<String> pending = Stream.concat(
                        neverRun.in(ahead.position()).stream(),
                        graph.upgrade(ahead.position().rows(), target).steps().stream()
                                .map(Step::revision))
                .map(Revision::id)
                .toList();
        if (!pending.isEmpty()) {
            throw ahead.diverged(pending);
        }
        refuseEdited(state);
        warnOfGone(state, ahead.unknown());
        if (reported.addAll(ahead.unknown())) {
            LOG.warn("{} There is nothing to upgrade.", ahead.sentence());
        }
        return new Plan(state.rows(), List.of(), state.rows());
    }

    /** What never ran can be neither reverted nor stamped. */
    public Plan downgrade(State found, String target) {
        State state = Squash.whole(chain, found);
        InterruptedRevisions.refuseDowngrade(state);
        Plan plan = graph.downgrade(state.rows(), target);
        Set<String> concerned = new HashSet<>(plan.rows());
        plan.steps().forEach(step -> concerned.add(step.revision().id()));
        List<Revision> skipped = neverRun.in(state).stream()
                .filter(revision -> concerned.contains(revision.id()))
                .toList();
        if (!skipped.isEmpty()) {
            throw refusal(skipped, state, "retort upgrade heads --out-of-order");
        }
        warnOfEdited(plan, state);
        return plan;
    }

    /** Of one revision, that nothing applied follows or depends on. */
    public Plan revert(State found, String id) {
        State state = Squash.whole(chain, found);
        InterruptedRevisions.refuseDowngrade(state);
        return graph.revert(state.rows(), id);
    }

    /** What is built on something else than what its script says is not built further. */
    private void refuseEdited(State state) {
        List<Problem> problems = new Edits(chain)
                .in(state).stream()
                        .filter(Edit::behaviour)
                        .flatMap(edit -> edit.files().stream()
                                .map(file -> problem(edit.revision().id(), file)))
                        .toList();
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.SCRIPT, problems);
        }
    }

    private static Problem problem(String id, EditedFile file) {
        return Problem.at(Location.of(file.file()), "Revision " + id + " was applied, and " + file.what())
                .withHint("Undo the change and write a new revision, or accept it: retort repair " + id
                        + file.diff().map(diff -> "\n" + diff).orElse(""));
    }

    /** Old scripts may be put away; that is worth a word, but no reason to stop. */
    private void warnOfGone(State state, Set<String> ahead) {
        List<String> gone = state.recorded().applied().stream()
                .filter(id -> !graph.contains(id) && !ahead.contains(id) && reported.add(id))
                .toList();
        if (!gone.isEmpty()) {
            LOG.warn(
                    "Applied, and without a script any more: {}. To accept that: retort repair {}",
                    String.join(", ", gone),
                    String.join(" ", gone));
        }
    }

    /** The file's downgrade is run: it may be what was corrected. */
    private void warnOfEdited(Plan plan, State state) {
        Edits edits = new Edits(chain);
        plan.steps().stream()
                .map(step -> step.revision().id())
                .filter(id -> state.recorded().applied().contains(id))
                .flatMap(id -> edits.of(id, state).stream())
                .map(edit -> edit.revision().id())
                .filter(reported::add)
                .forEach(id -> LOG.warn(
                        "The script of {} is not the one that was applied; its downgrade as it is now is run."
                                + " See what changed with: retort validate",
                        id));
    }

    private static RetortException refusal(List<Revision> skipped, State state, String command) {
        String stamp = "retort stamp " + String.join(" ", state.rows());
        List<Problem> problems = skipped.stream()
                .map(revision -> Problem.at(
                                Location.of(revision.file()),
                                "Revision " + revision.id() + " is below what is applied, but never ran here.")
                        .withHint("To run it now: " + command + ". If what it does is there already: " + stamp))
                .toList();
        return new RetortException(Kind.SCRIPT, problems);
    }
}
