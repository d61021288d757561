package dev.retort.internal.drift;

import dev.retort.Revision;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.record.Recorded;
import dev.retort.internal.record.State;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the scripts that were applied and say something else now; without a question where none does. */
public final class Edits {

    private final Chain chain;
    private final RevisionGraph graph;

    public Edits(Chain chain) {
        this.chain = chain;
        this.graph = chain.graph();
    }

    /** By id; what the rows do not call applied does not count. */
    public List<Edit> in(State state) {
        SortedSet<String> recorded = state.recorded().applied();
        if (recorded.isEmpty()) {
            return List.of();
        }
        SortedSet<String> rows = new TreeSet<>(state.rows());
        rows.removeIf(row -> !graph.contains(row));
        recorded.retainAll(graph.applied(rows));
        return recorded.stream().flatMap(id -> of(id, state).stream()).toList();
    }

    /** Whether, and how, the script of an applied revision says something else. */
    public Optional<Edit> of(String id, State state) {
        RevisionFile file = chain.file(id);
        Recorded.Event event = state.recorded().last(id);
        if (file.stored() || event == null || isUnchanged(file, event)) {
            return Optional.empty();
        }
        Revision revision = graph.revision(id);
        return Edit.of(revision, file, state.scripts().accepted(id), event.meaningChecksum());
    }

    private static boolean isUnchanged(RevisionFile file, Recorded.Event event) {
        String meaning = event.meaningChecksum();
        return meaning == null
                || isSameText(file, event)
                || SkippedRevisions.meaning(file).equals(meaning);
    }

    /** Quicker to find out than what it means; what a script reads from other files is not in its text. */
    private static boolean isSameText(RevisionFile file, Recorded.Event event) {
        return !file.mayNameFiles() && file.checksum().equals(event.checksum());
    }
}
