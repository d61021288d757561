package dev.retort.internal.authoring;

import dev.retort.RevisionView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The revisions of a project, the newest first, as they were when they made a graph: while one of them is edited, they may not.
 *
 * @param root what their files are relative to
 */
record ChainView(Path root, List<RevisionView> revisions) {

    ChainView {
        revisions = List.copyOf(revisions);
    }

    static ChainView empty(Path root) {
        return new ChainView(root, List.of());
    }

    Optional<RevisionView> find(String id) {
        return revisions.stream().filter(revision -> revision.id().equals(id)).findFirst();
    }

    /** Of an id or a label, as headers name them; a label is given by the oldest revision of its branch. */
    Optional<RevisionView> named(String name) {
        return find(name)
                .or(() -> revisions.stream()
                        .filter(revision -> revision.labels().contains(name))
                        .reduce((newer, older) -> older));
    }

    Path file(RevisionView revision) {
        return root.resolve(revision.file()).normalize();
    }

    Optional<RevisionView> at(Path file) {
        return revisions.stream()
                .filter(revision -> file(revision).equals(file))
                .findFirst();
    }

    SortedSet<String> labels() {
        SortedSet<String> labels = new TreeSet<>();
        revisions.forEach(revision -> labels.addAll(revision.labels()));
        return labels;
    }

    /** Heads of one branch, of which there should be one; several labels are several branches on purpose. */
    List<RevisionView> competingHeads() {
        List<RevisionView> heads = revisions.stream()
                .filter(revision -> revision.head() && !revision.effectiveHead())
                .toList();
        List<RevisionView> competing = new ArrayList<>();
        for (RevisionView head : heads) {
            long same = heads.stream()
                    .filter(other -> other.labels().equals(head.labels()))
                    .count();
            if (same > 1) {
                competing.add(head);
            }
        }
        return competing;
    }
}
