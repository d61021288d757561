package dev.retort.internal.verify;

import dev.retort.Revision;
import dev.retort.internal.graph.RevisionGraph;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The chain ends where it is said to end. */
final class HeadsCheck implements CheckWork {

    private final RevisionGraph graph;
    private final Set<String> declared;

    HeadsCheck(Subject subject) {
        this.graph = subject.chain().graph();
        this.declared = subject.request().heads();
    }

    @Override
    public void run(Report report) {
        SortedSet<String> found = ids(graph.realHeads());
        if (declared.isEmpty()) {
            if (found.size() > 1) {
                report.fail(
                        "There are " + found.size() + " heads: " + String.join(", ", found) + ".",
                        "Join them with: retort merge " + String.join(" ", found)
                                + ", or declare those that are meant.");
            }
            return;
        }
        SortedSet<String> wanted = declared.stream()
                .flatMap(name -> graph.resolve(name + "@head", new TreeSet<>()).stream())
                .map(Revision::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!wanted.equals(found)) {
            report.fail(
                    "The heads are " + String.join(", ", found) + "; declared are " + String.join(", ", wanted) + ".",
                    "");
        }
    }

    private static SortedSet<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
