package dev.retort.internal.graph;

import dev.retort.internal.names.SortedNames;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The labels that hold for each revision: its own, those of all it follows, and those of what follows it as far down as
 * the branch reaches.
 */
final class BranchLabels {

    private final Nodes nodes;
    private final SortedNames[] labels;

    BranchLabels(Nodes nodes, int[] oldestFirst) {
        this.nodes = nodes;
        this.labels = new SortedNames[nodes.size()];
        for (int node : oldestFirst) {
            labels[node] = fromBelow(node);
        }
        for (int node : oldestFirst) {
            if (!nodes.revision(node).branchLabels().isEmpty()) {
                carryDown(node);
            }
        }
    }

    SortedSet<String> of(int node) {
        return labels[node];
    }

    /** What a person may call this one of several revisions: a label that is its alone, or else its id. */
    String handle(int node, BitSet among) {
        return labels[node].stream()
                .filter(label -> among.stream().noneMatch(other -> other != node && labels[other].contains(label)))
                .findFirst()
                .orElse(nodes.id(node));
    }

    private SortedNames fromBelow(int node) {
        int[] parents = nodes.parents[node];
        boolean own = !nodes.revision(node).branchLabels().isEmpty();
        if (!own && parents.length == 1) {
            return labels[parents[0]];
        }
        TreeSet<String> all = new TreeSet<>(nodes.revision(node).branchLabels());
        Arrays.stream(parents).forEach(parent -> all.addAll(labels[parent]));
        return SortedNames.copyOf(all);
    }

    private void carryDown(int labelled) {
        int node = labelled;
        while (nodes.above[node].length <= 1 && nodes.parents[node].length == 1) {
            node = nodes.parents[node][0];
            if (nodes.above[node].length > 1 || nodes.parents[node].length > 1) {
                return;
            }
            TreeSet<String> all = new TreeSet<>(labels[node]);
            all.addAll(nodes.revision(labelled).branchLabels());
            labels[node] = SortedNames.copyOf(all);
        }
    }
}
