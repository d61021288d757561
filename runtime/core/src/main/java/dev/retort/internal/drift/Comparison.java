package dev.retort.internal.drift;

import dev.retort.Revision;
import dev.retort.RevisionView;
import dev.retort.Status;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.project.RevisionViews;
import dev.retort.internal.record.InterruptedRevisions;
import dev.retort.internal.record.State;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares what a database says of itself with the scripts. */
public final class Comparison {

    private final Chain chain;
    private final RevisionGraph graph;

    public Comparison(Chain chain) {
        this.chain = chain;
        this.graph = chain.graph();
    }

    public Status with(State state) {
        SortedSet<String> explained = new TreeSet<>(state.rows());
        explained.removeIf(row -> !graph.contains(row));
        SortedSet<String> unexplained = new TreeSet<>(state.rows());
        unexplained.removeIf(this::hasFile);
        SortedSet<String> applied = graph.applied(explained);
        SortedSet<String> missing = state.recorded().applied();
        missing.removeIf(revision -> hasFile(revision) || unexplained.contains(revision));
        RevisionViews views = new RevisionViews(chain, explained);
        return new Status(
                state.rows(),
                views.of(revisions(graph.appliedHeads(explained))),
                views.of(heads()),
                views.of(pending(applied)),
                unexplained,
                views.of(new SkippedRevisions(chain)
                        .in(new State(explained, state.recorded(), state.scripts(), state.interrupted()))),
                missing,
                InterruptedRevisions.in(state),
                edited(state, views));
    }

    private boolean hasFile(String revision) {
        return graph.contains(revision) && !chain.file(revision).stored();
    }

    /** Of the scripts that are there; that one which is gone follows them does not count. */
    private List<Revision> heads() {
        return graph.revisions().stream()
                .filter(revision -> hasFile(revision.id()))
                .filter(revision -> graph.children(revision.id()).stream().noneMatch(child -> hasFile(child.id())))
                .toList();
    }

    private List<Revision> pending(SortedSet<String> applied) {
        return graph.oldestFirst().stream()
                .filter(revision -> !applied.contains(revision.id()))
                .toList();
    }

    /** One for each file that was edited. */
    private List<RevisionView> edited(State state, RevisionViews views) {
        return new Edits(chain)
                .in(state).stream()
                        .flatMap(edit -> edit.files().stream().map(file -> views.of(edit.revision(), file.file())))
                        .toList();
    }

    private List<Revision> revisions(Collection<String> ids) {
        return ids.stream().filter(graph::contains).map(graph::revision).toList();
    }
}
