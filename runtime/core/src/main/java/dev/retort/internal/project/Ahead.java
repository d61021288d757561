package dev.retort.internal.project;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.record.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A database that is ahead of the scripts: its current revision has no script here, but the history keeps its text and so
 * what it follows. An instance of an older release that starts again beside a newer one meets this.
 *
 * @param position where the database is as far as the scripts go
 * @param unknown the applied revisions that have no script here
 */
public record Ahead(State position, SortedSet<String> unknown) {

    private static final int SHOWN = 5;

    /**
     * Empty where the scripts know all rows, or where the history cannot explain those that they do not know.
     *
     * @param completed the scripts, and what the history keeps of the rows that they do not know
     */
    public static Optional<Ahead> of(Chain scripts, State state, Function<State, Chain> completed) {
        if (knowsRows(scripts, state)) {
            return Optional.empty();
        }
        Chain whole = completed.apply(state);
        if (!knowsRows(whole, state)) {
            return Optional.empty();
        }
        SortedSet<String> known = new TreeSet<>(whole.graph().applied(state.rows()));
        SortedSet<String> unknown = new TreeSet<>(known);
        known.removeIf(id -> !scripts.graph().contains(id));
        unknown.removeAll(known);
        return Optional.of(new Ahead(state.at(scripts.graph().rows(known)), unknown));
    }

    private static boolean knowsRows(Chain chain, State state) {
        return state.rows().stream().allMatch(chain.graph()::contains);
    }

    public String sentence() {
        return "The database is ahead of the scripts: " + names(unknown) + (unknown.size() == 1 ? " is" : " are")
                + " applied and " + (unknown.size() == 1 ? "has" : "have") + " no script here.";
    }

    public RetortException strict() {
        return refusal(
                sentence(),
                "Use the release that has " + names(unknown) + ", or restore it: " + printing()
                        + " Without strict, an upgrade that has nothing to do ends well.");
    }

    /** @param pending what the scripts have and the database does not */
    public RetortException diverged(List<String> pending) {
        return refusal(
                "The database and the scripts have diverged: " + names(unknown) + (unknown.size() == 1 ? " is" : " are")
                        + " applied and " + (unknown.size() == 1 ? "has" : "have") + " no script here, and "
                        + names(pending) + (pending.size() == 1 ? " is" : " are") + " not applied.",
                "Use a release that has all of them, or restore " + names(unknown) + ": " + printing());
    }

    private String printing() {
        return "retort log " + unknown.last() + " --script prints its text.";
    }

    private static RetortException refusal(String sentence, String hint) {
        return new RetortException(Kind.SCRIPT, Problem.of(sentence).withHint(hint));
    }

    private static String names(Collection<String> ids) {
        String shown = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return ids.size() <= SHOWN ? shown : shown + " and " + (ids.size() - SHOWN) + " more";
    }
}
