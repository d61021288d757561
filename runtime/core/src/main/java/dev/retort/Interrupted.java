package dev.retort;

import dev.retort.error.Problem;
import dev.retort.error.RetortException;
import dev.retort.error.RetortException.Kind;
import dev.retort.execute.State;
import dev.retort.version.Progress;
import java.util.List;
import java.util.function.Predicate;

/**
 * A revision that is neither applied nor reverted.
 *
 * @param revision its id
 * @param direction {@code upgrade} or {@code downgrade}: what was interrupted
 * @param statement the number of the one it was interrupted at
 * @param sql that statement's text, where it was under way outside of a transaction; otherwise empty
 */
public record Interrupted(String revision, String direction, int statement, String sql) {

    static List<Interrupted> in(State state) {
        return state.interrupted().values().stream()
                .map(progress -> new Interrupted(
                        progress.revision(),
                        progress.direction(),
                        progress.statements() + 1,
                        progress.intent() == null ? "" : progress.intent()))
                .toList();
    }

    /** What is half reverted cannot be built upon. */
    static void refuseUpgrade(State state) {
        refuse(state, progress -> progress.direction().equals("downgrade"));
    }

    /** What is half applied must not lose what it stands on. */
    static void refuseDowngrade(State state) {
        refuse(state, progress -> progress.direction().equals("upgrade"));
    }

    /** Neither a stamp nor a script of SQL knows the half of a revision. */
    static void refuse(State state) {
        refuse(state, progress -> true);
    }

    private static void refuse(State state, Predicate<Progress> condition) {
        List<Problem> problems = state.interrupted().values().stream()
                .filter(condition)
                .map(Interrupted::refusal)
                .toList();
        if (!problems.isEmpty()) {
            throw new RetortException(Kind.FAILED, problems);
        }
    }

    static Problem refusal(Progress progress) {
        String id = progress.revision();
        String finish =
                progress.direction().equals("upgrade") ? "retort upgrade " + id : "retort downgrade " + id + "@-1";
        return Problem.of("Revision " + id + " was interrupted " + progress.place() + ".")
                .withHint(
                        "Finish that first: " + finish + ". Or, if you know that all of it is there, or nothing: retort"
                                + " resolve " + id + " --applied, or --not-applied.");
    }
}
