package dev.retort.internal.graph;

import dev.retort.Direction;
import dev.retort.Plan;
import dev.retort.Step;
import dev.retort.internal.names.SortedNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;

/**
 * The revisions that are applied, and the version rows that say so: the applied revisions that no other applied one
 * follows or depends on.
 */
final class AppliedRevisions {

    private final Nodes nodes;
    private final BitSet applied;
    private SortedNames rows;
    private final int[] appliedAbove;

    AppliedRevisions(Nodes nodes, BitSet applied) {
        this.nodes = nodes;
        this.applied = (BitSet) applied.clone();
        this.appliedAbove = new int[nodes.size()];
        applied.stream().forEach(node -> {
            for (int below : nodes.below[node]) {
                appliedAbove[below]++;
            }
        });
        this.rows = rows(nodes, applied);
    }

    static SortedNames rows(Nodes nodes, BitSet applied) {
        return nodes.names(nodes.maximal(applied, nodes.above));
    }

    Plan plan(SortedSet<String> from, int[] order, Direction direction) {
        List<Step> steps = new ArrayList<>(order.length);
        for (int node : order) {
            if (direction == Direction.UP) {
                apply(node);
            } else {
                revert(node);
            }
            steps.add(new Step(nodes.revision(node), direction, rows));
        }
        return new Plan(from, steps, steps.isEmpty() ? from : rows);
    }

    private void apply(int node) {
        applied.set(node);
        rows = rows.with(nodes.id(node));
        for (int below : nodes.below[node]) {
            appliedAbove[below]++;
            rows = rows.without(nodes.id(below));
        }
    }

    private void revert(int node) {
        applied.clear(node);
        rows = rows.without(nodes.id(node));
        for (int below : nodes.below[node]) {
            if (--appliedAbove[below] == 0 && applied.get(below)) {
                rows = rows.with(nodes.id(below));
            }
        }
    }
}
