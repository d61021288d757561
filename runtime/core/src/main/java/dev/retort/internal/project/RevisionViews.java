package dev.retort.internal.project;

import dev.retort.Revision;
import dev.retort.RevisionView;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.graph.RevisionGraph;
import dev.retort.internal.header.Header;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns revisions of a chain into what is shown of them. */
public final class RevisionViews {

    private final Chain chain;
    private final Set<String> heads;
    private final Set<String> realHeads;
    private final Set<String> current;
    private final Map<String, SortedSet<String>> neededBy = new HashMap<>();

    /** @param rows of the database; empty where it was not asked */
    public RevisionViews(Chain chain, SortedSet<String> rows) {
        RevisionGraph graph = chain.graph();
        this.chain = chain;
        this.heads = ids(graph.heads());
        this.realHeads = ids(graph.realHeads());
        this.current = rows.isEmpty() ? Set.of() : graph.appliedHeads(rows);
        for (Revision revision : graph.revisions()) {
            if (!revision.dependsOn().isEmpty()) {
                graph.dependencies(revision.id())
                        .forEach(needed -> neededBy.computeIfAbsent(needed.id(), id -> new TreeSet<>())
                                .add(revision.id()));
            }
        }
    }

    public List<RevisionView> of(Collection<Revision> revisions) {
        return revisions.stream().map(this::of).toList();
    }

    private RevisionView of(Revision revision) {
        return of(revision, chain.file(revision.id()).file());
    }

    /** @param shown the file to show instead of its script */
    public RevisionView of(Revision revision, String shown) {
        RevisionGraph graph = chain.graph();
        String id = revision.id();
        RevisionFile file = chain.file(id);
        Header header = file.header();
        List<Revision> children = graph.children(id);
        return new RevisionView(
                id,
                revision.downRevisions(),
                revision.dependsOn(),
                header.squashed(),
                graph.labels(id),
                new TreeSet<>(ids(children)),
                neededBy.getOrDefault(id, Collections.emptySortedSet()),
                header.message() == null ? "" : header.message(),
                shown,
                header.created(),
                header.description(),
                text(header, "upgrade").or(() -> text(header, "change")).orElse(null),
                text(header, "downgrade").orElse(null),
                text(header, "irreversible").orElse(null),
                heads.contains(id),
                heads.contains(id) && !realHeads.contains(id),
                children.size() > 1,
                revision.downRevisions().size() > 1,
                current.contains(id));
    }

    private static Optional<String> text(Header header, String word) {
        return header.block(word).flatMap(block -> Optional.ofNullable(block.text()));
    }

    private static Set<String> ids(Collection<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toSet());
    }
}
