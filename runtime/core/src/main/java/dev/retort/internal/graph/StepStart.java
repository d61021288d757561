package dev.retort.internal.graph;

import dev.retort.Direction;
import dev.retort.internal.names.SortedNames;
import java.util.BitSet;
import java.util.SortedSet;

/**
 * Which version rows a step starts from, whatever other branches have rows of their own.
 *
 * @param present the rows that say that all it follows or depends on is applied, and for a downgrade its own
 * @param absent the rows that would say that it was done already, as far as the present ones do not rule them out
 */
public record StepStart(SortedSet<String> present, SortedSet<String> absent) {

    public StepStart {
        present = SortedNames.copyOf(present);
        absent = SortedNames.copyOf(absent);
    }

    static StepStart of(Nodes nodes, BitSet before, BitSet after, int node, Direction direction) {
        BitSet present = new BitSet();
        for (int below : nodes.below[node]) {
            present.or(before.get(below) ? Nodes.only(below) : Nodes.both(nodes.closure(below, nodes.above), before));
        }
        BitSet absent = direction == Direction.UP
                ? absentUpwards(nodes, before, after, node)
                : absentDownwards(nodes, before, after, node);
        if (direction == Direction.DOWN) {
            present.set(node);
        }
        return new StepStart(nodes.names(present), nodes.names(absent));
    }

    /** A row that gives way to the new one is not there any more when that is; where none does, it must be looked for. */
    private static BitSet absentUpwards(Nodes nodes, BitSet before, BitSet after, int node) {
        if (!Nodes.without(before, after).isEmpty()) {
            return new BitSet();
        }
        return Nodes.without(nodes.closure(node, nodes.above), nodes.closure(before, nodes.below));
    }

    /** What else follows the rows that come back would keep them from being rows. */
    private static BitSet absentDownwards(Nodes nodes, BitSet before, BitSet after, int node) {
        BitSet following = nodes.closure(Nodes.without(after, before), nodes.above);
        return Nodes.without(following, nodes.closure(node, nodes.above));
    }
}
