package dev.retort.internal.project;

import dev.retort.GraphException;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RevisionView;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.error.Causes;
import dev.retort.internal.record.State;
import dev.retort.internal.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says what there is to say about revisions, of which some may have no script any more. */
public final class ShowTask {

    private final Settings settings;
    private final ChainReader chains;

    public ShowTask(Settings settings) {
        this.settings = settings;
        this.chains = new ChainReader(settings);
    }

    public List<RevisionView> show(String target) {
        if (target.equals("current")) {
            return chains.completed((chain, state) -> views(chain, state.rows(), target));
        }
        try {
            return views(chains.scripts(), new TreeSet<>(), target);
        } catch (GraphException.UnknownRevision | GraphException.InvalidGraph e) {
            return stored(target, e);
        }
    }

    private List<RevisionView> stored(String target, GraphException unknown) {
        if (settings.connections().isEmpty()) {
            throw squashed(target, unknown);
        }
        try {
            return chains.completed(
                    state -> beginning(target, state), (chain, state) -> views(chain, new TreeSet<>(), target));
        } catch (RetortException e) {
            RetortException failure = squashed(target, unknown);
            Causes.suppress(failure, e);
            throw failure;
        }
    }

    /** A revision whose script was squashed is a part of the one that replaces it, which can be shown. */
    private RetortException squashed(String target, GraphException unknown) {
        if (!(unknown instanceof GraphException.UnknownRevision)) {
            return unknown;
        }
        Map<String, String> successors = chains.scripts().squashes().successors();
        List<String> meant =
                successors.keySet().stream().filter(id -> id.startsWith(target)).toList();
        if (meant.size() != 1) {
            return unknown;
        }
        String id = meant.get(0);
        String successor = successors.get(id);
        return new RetortException(
                unknown.kind(),
                Problem.of("Revision " + id + " has no script any more; " + successor + " replaces it.")
                        .withHint("Type: retort show " + successor));
    }

    private static Collection<String> beginning(String target, State state) {
        return state.recorded().applied().stream()
                .filter(id -> id.startsWith(target))
                .toList();
    }

    private static List<RevisionView> views(Chain chain, SortedSet<String> rows, String target) {
        return new RevisionViews(chain, rows).of(chain.graph().resolve(target, rows));
    }
}
