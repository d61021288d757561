package dev.retort.internal.record;

import dev.retort.Interrupted;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import java.util.List;
import java.util.function.Predicate;

/** The revisions of a database that are neither applied nor reverted, and what must not be done before they are. */
public final class InterruptedRevisions {

    private InterruptedRevisions() {}

    public static List<Interrupted> in(State state) {
        return state.interrupted().values().stream()
                .map(progress -> new Interrupted(
                        progress.revision(),
                        progress.direction(),
                        progress.statements() + 1,
                        progress.intent() == null ? "" : progress.intent()))
                .toList();
    }

    /** What is half reverted cannot be built upon. */
    public static void refuseUpgrade(State state) {
        refuse(state, progress -> progress.direction().equals("downgrade"));
    }

    /** What is half applied must not lose what it follows. */
    public static void refuseDowngrade(State state) {
        refuse(state, progress -> progress.direction().equals("upgrade"));
    }

    /** Neither a stamp nor a script of SQL knows the half of a revision. */
    public static void refuse(State state) {
        refuse(state, progress -> true);
    }

    private static void refuse(State state, Predicate<Progress> condition) {
        List<Problem> problems = state.interrupted().values().stream()
                .filter(condition)
                .map(InterruptedRevisions::refusal)
                .toList();
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.FAILED, problems);
        }
    }

    public static Problem refusal(Progress progress) {
        String id = progress.revision();
        String finish =
                progress.direction().equals("upgrade") ? "retort upgrade " + id : "retort downgrade " + id + "@-1";
        return Problem.of("Revision " + id + " was interrupted " + progress.place() + ".")
                .withHint(
                        "Finish that first: " + finish + ". Or, if you know that all of it is there, or nothing: retort"
                                + " resolve " + id + " --applied, or --not-applied.");
    }
}
