package dev.retort.internal.graph;

import dev.retort.Fault;
import dev.retort.GraphException;
import dev.retort.Revision;
import dev.retort.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Links revisions by their names, and finds everything that keeps them from being a graph. */
final class GraphBuilder {

    private static final int MOST_SUGGESTIONS = 20;

    private final List<Revision> revisions = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byLabel = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final String searched;
    private int suggestions;

    private GraphBuilder(Collection<Revision> given, String searchedIn) {
        this.searched = Names.count(given.size()) + (searchedIn.isEmpty() ? "" : " in " + searchedIn);
        addAll(given);
    }

    static RevisionGraph build(Collection<Revision> given, String searchedIn) {
        GraphBuilder builder = new GraphBuilder(given, searchedIn);
        Nodes nodes = builder.link();
        if (!builder.faults.isEmpty()) {
            throw new GraphException.InvalidGraph(builder.faults);
        }
        return new RevisionGraph(nodes, new Names(nodes, builder.byId, builder.byLabel, builder.searched));
    }

    /** Of its own: the comparators that Java puts together have classes created for them at each start. */
    private static int inOrder(Revision one, Revision other) {
        int byId = one.id().compareTo(other.id());
        return byId == 0 ? one.file().compareTo(other.file()) : byId;
    }

    private void addAll(Collection<Revision> given) {
        List<Revision> sorted = new ArrayList<>(given);
        sorted.sort(GraphBuilder::inOrder);
        for (int first = 0, next; first < sorted.size(); first = next) {
            Revision revision = sorted.get(first);
            next = first + 1;
            while (next < sorted.size() && sorted.get(next).id().equals(revision.id())) {
                next++;
            }
            if (next - first > 1) {
                List<String> files =
                        sorted.subList(first, next).stream().map(Revision::file).toList();
                faults.add(new Fault.DuplicateRevision(revision.id(), files));
            }
            byId.put(revision.id(), revisions.size());
            revisions.add(revision);
        }
    }

    private Nodes link() {
        int[][] parents = new int[revisions.size()][];
        int[][] dependencies = new int[revisions.size()][];
        List<Fault> labelFaults = labels();
        for (int node = 0; node < parents.length; node++) {
            parents[node] = parents(revisions.get(node));
        }
        for (int node = 0; node < parents.length; node++) {
            dependencies[node] = dependencies(revisions.get(node));
        }
        Nodes nodes = new Nodes(revisions, parents, dependencies);
        cycles(nodes);
        faults.addAll(labelFaults);
        return nodes;
    }

    private List<Fault> labels() {
        List<Fault> wrong = new ArrayList<>();
        for (int node = 0; node < revisions.size(); node++) {
            Revision revision = revisions.get(node);
            for (String label : revision.branchLabels()) {
                Integer named = byId.get(label);
                Integer taken = byLabel.putIfAbsent(label, node);
                if (named != null) {
                    wrong.add(new Fault.LabelIsRevision(label, revision, revisions.get(named)));
                } else if (taken != null && taken != node) {
                    wrong.add(new Fault.DuplicateLabel(label, revisions.get(taken), revision));
                }
            }
        }
        return wrong;
    }

    private int[] parents(Revision revision) {
        return revision.downRevisions().stream()
                .distinct()
                .filter(parent -> {
                    boolean missing = !byId.containsKey(parent);
                    if (missing) {
                        faults.add(new Fault.MissingParent(revision, parent, nearest(parent), searched));
                    }
                    return !missing;
                })
                .mapToInt(byId::get)
                .toArray();
    }

    private int[] dependencies(Revision revision) {
        return revision.dependsOn().stream()
                .map(name -> {
                    Integer node = byId.containsKey(name) ? byId.get(name) : byLabel.get(name);
                    if (node == null) {
                        faults.add(new Fault.MissingDependency(revision, name, nearest(name), searched));
                    }
                    return Optional.ofNullable(node);
                })
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .distinct()
                .sorted()
                .toArray();
    }

    private Optional<String> nearest(String name) {
        // A whole folder may be missing; then the thousandth suggestion helps nobody and costs a search of all ids.
        return ++suggestions > MOST_SUGGESTIONS ? Optional.empty() : Suggestion.nearest(name, byId.keySet());
    }

    private void cycles(Nodes nodes) {
        List<BitSet> followed = Cycles.of(nodes.parents);
        followed.forEach(cycle -> faults.add(new Fault.Cycle(nodes.revisions(cycle), false)));
        Cycles.of(nodes.below).stream()
                .filter(cycle -> followed.stream().noneMatch(cycle::intersects))
                .forEach(cycle -> faults.add(new Fault.Cycle(nodes.revisions(cycle), true)));
        faults.sort((one, other) -> Integer.compare(rank(one), rank(other)));
    }

    /** Faults are reported in the order in which correcting one may make the next go away. */
    private static int rank(Fault fault) {
        if (fault instanceof Fault.DuplicateRevision) {
            return 0;
        }
        return fault instanceof Fault.Cycle ? 2 : 1;
    }
}
