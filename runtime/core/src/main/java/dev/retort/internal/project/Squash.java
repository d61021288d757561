package dev.retort.internal.project;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.record.State;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a database says of itself, seen by a chain in which revisions stand for others that it has applied. */
public final class Squash {

    private Squash() {}

    public static State seen(Chain chain, State state) {
        Map<String, String> successors = chain.squashes().successors();
        return successors.isEmpty()
                ? state
                : new State(
                        rows(chain, state.rows()),
                        state.recorded().squashed(successors),
                        state.scripts(),
                        state.interrupted());
    }

    /** A row in the middle of what another revision stands for stays what it is. */
    static SortedSet<String> rows(Chain chain, SortedSet<String> rows) {
        SortedSet<String> seen = new TreeSet<>();
        for (String row : rows) {
            String whole = chain.graph().contains(row) ? null : chain.squashes().whole(row);
            seen.add(whole == null ? row : whole);
        }
        return seen;
    }

    /** Who has applied only a part of it can be given the rest by the scripts alone that it was squashed from. */
    public static State whole(Chain chain, State state) {
        State seen = seen(chain, state);
        for (String row : seen.rows()) {
            String by = chain.squashes().successors().get(row);
            if (by != null && !chain.graph().contains(row)) {
                List<String> squashed = chain.file(by).header().squashed();
                String last = squashed.get(squashed.size() - 1);
                throw new RetortException(
                        Kind.SCRIPT,
                        Problem.of("The database is at " + row + ", in the middle of what " + by + " stands for ("
                                        + String.join(", ", squashed) + ").")
                                .withHint("Upgrade it to " + last
                                        + " with the scripts that it was squashed from, those of an"
                                        + " earlier release; then this one goes on."));
            }
        }
        return seen;
    }
}
