package dev.retort.internal.drift;

import dev.retort.RetortException;
import dev.retort.Revision;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.DataFiles;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.header.Header;
import dev.retort.internal.header.HeaderScanner;
import dev.retort.internal.record.Recorded;
import dev.retort.internal.record.ScriptRecord;
import dev.retort.internal.record.State;
import dev.retort.internal.record.StoredScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Finds the revisions that the version rows call applied but that never ran: they were put below what is applied.
 *
 * <p>That the history does not know a revision is not enough. A database may have been taken over from another tool,
 * and what that one applied is nowhere recorded. But whatever is above a revision that Retort applied was not applied
 * before, so that Retort must have recorded it as well; and what a script followed when it ran was applied by then.
 * Where neither says so, the rows count.
 */
public final class SkippedRevisions {

    private final Chain chain;
    private final RevisionGraph graph;

    public SkippedRevisions(Chain chain) {
        this.chain = chain;
        this.graph = chain.graph();
    }

    /** The revisions, each after all it follows or depends on. */
    public List<Revision> in(State state) {
        SortedSet<String> recorded = state.recorded().applied();
        if (recorded.isEmpty()) {
            return List.of();
        }
        SortedSet<String> applied = graph.applied(state.rows());
        Set<String> unrecorded = new HashSet<>(applied);
        unrecorded.removeAll(recorded);
        if (unrecorded.isEmpty()) {
            return List.of();
        }
        Set<String> trusted = trusted(state, recorded, unrecorded);
        List<Revision> found = new ArrayList<>();
        Set<String> aboveRecorded = new HashSet<>();
        for (Revision revision : graph.oldestFirst()) {
            boolean above = below(revision).anyMatch(id -> recorded.contains(id) || aboveRecorded.contains(id));
            if (above) {
                aboveRecorded.add(revision.id());
            }
            boolean known = trusted.contains(revision.id()) && !above;
            if (unrecorded.contains(revision.id()) && !known) {
                found.add(revision);
            }
        }
        found.removeIf(revision -> standsBelowUnrecordedRow(revision, state, recorded));
        return found;
    }

    /** A row that the history does not know was written by another tool, which answers for all below it. */
    private boolean standsBelowUnrecordedRow(Revision revision, State state, Set<String> recorded) {
        List<String> foreign =
                state.rows().stream().filter(row -> !recorded.contains(row)).toList();
        return !foreign.isEmpty() && graph.ancestors(foreign).contains(revision);
    }

    /** What recorded scripts followed or depended on when they ran, and all below. */
    private Set<String> trusted(State state, Set<String> recorded, Set<String> unrecorded) {
        Set<String> named = new LinkedHashSet<>();
        for (String id : recorded) {
            if (graph.contains(id) && below(graph.revision(id)).anyMatch(unrecorded::contains)) {
                named.addAll(followed(id, state));
            }
        }
        Set<String> trusted = new HashSet<>();
        graph.ancestors(named).forEach(revision -> trusted.add(revision.id()));
        return trusted;
    }

    private Collection<String> followed(String id, State state) {
        Optional<Header> header = ranAsItIs(id, state)
                ? Optional.empty()
                : state.scripts().lastRun(id).flatMap(SkippedRevisions::header);
        return header.map(this::followed)
                .orElseGet(() -> below(graph.revision(id)).toList());
    }

    /** A script that was repaired after it ran may have followed something else then. */
    private boolean ranAsItIs(String id, State state) {
        Recorded.Event event = state.recorded().last(id);
        return event == null
                || event.meaningChecksum() == null
                || !event.isRepair() && event.meaningChecksum().equals(meaning(chain.file(id)));
    }

    private Collection<String> followed(Header header) {
        List<String> names = Stream.concat(header.downRevisions().stream(), header.dependsOn().stream())
                .toList();
        return graph.revisions().stream()
                .filter(revision -> names.contains(revision.id())
                        || revision.branchLabels().stream().anyMatch(names::contains))
                .map(Revision::id)
                .toList();
    }

    /** A script that can be read no more says nothing. */
    private static Optional<Header> header(StoredScript script) {
        try {
            return Optional.of(HeaderScanner.scan(script.source()));
        } catch (RetortException e) {
            return Optional.empty();
        }
    }

    static String meaning(RevisionFile file) {
        return ScriptRecord.of(file.source().text(), DataFiles.meaning(file)).meaningChecksum();
    }

    private Stream<String> below(Revision revision) {
        return Stream.concat(
                revision.downRevisions().stream(),
                graph.dependencies(revision.id()).stream().map(Revision::id));
    }
}
