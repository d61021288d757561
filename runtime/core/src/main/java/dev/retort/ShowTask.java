package dev.retort;

import dev.retort.chain.Chain;
import dev.retort.error.Causes;
import dev.retort.error.RetortException;
import dev.retort.execute.State;
import dev.retort.graph.GraphException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says what there is to say about revisions, of which some may have no script any more. */
final class ShowTask {

    private final Settings settings;
    private final ChainReader chains;

    ShowTask(Settings settings) {
        this.settings = settings;
        this.chains = new ChainReader(settings);
    }

    List<RevisionView> show(String target) {
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
            throw unknown;
        }
        try {
            return chains.completed(
                    state -> beginning(target, state), (chain, state) -> views(chain, new TreeSet<>(), target));
        } catch (RetortException e) {
            Causes.suppress(unknown, e);
            throw unknown;
        }
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
