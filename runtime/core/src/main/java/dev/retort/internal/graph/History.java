package dev.retort.internal.graph;

import dev.retort.GraphException;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Finds what a range of the history holds. */
final class History {

    private static final String COMMAND = "retort history -r ";

    private final Nodes nodes;
    private final Targets targets;
    private final Upgrade upgrade;

    History(Nodes nodes, Targets targets, Upgrade upgrade) {
        this.nodes = nodes;
        this.targets = targets;
        this.upgrade = upgrade;
    }

    /** The revisions of the range, both ends included. */
    BitSet selected(Range range, BitSet rows) {
        Target start = range.start() == null ? null : targets.parse(range.start());
        boolean fromEnd = start != null && start.symbol() == null;
        BitSet lower = start == null || fromEnd ? new BitSet() : end(start, rows);
        BitSet upper = upper(range, start, lower, rows);
        if (start != null && fromEnd) {
            lower = below(start, upper);
        }
        BitSet selected = nodes.closure(upper, nodes.below);
        if (lower.isEmpty()) {
            return selected;
        }
        checkRelated(range, lower, upper);
        selected.andNot(nodes.closure(lower, nodes.below));
        selected.or(lower);
        selected.and(nodes.closure(lower, nodes.children));
        return selected;
    }

    private BitSet upper(Range range, @Nullable Target start, BitSet lower, BitSet rows) {
        if (range.end() == null || range.end().equals("heads")) {
            Branch branch = start == null ? null : targets.branch(start);
            return branch == null ? targets.realHeads() : Nodes.both(targets.heads(), branch.lineage());
        }
        Target end = targets.parse(range.end());
        if (end.steps() == null) {
            return end(end, rows);
        }
        String typed = COMMAND + (range.start() == null ? "" : range.start()) + ":";
        return upgrade.targets(lower, new TargetRequest(typed, end, true));
    }

    private BitSet end(Target target, BitSet rows) {
        if (target.branch() == null && "current".equals(target.symbol()) && target.steps() == null) {
            return rows;
        }
        if (target.steps() == null) {
            return targets.absolute(target);
        }
        return upgrade.targets(rows, new TargetRequest(COMMAND, target, true));
    }

    /** A start that counts down from the end. */
    private BitSet below(Target start, BitSet upper) {
        Integer steps = start.steps();
        if (steps == null || steps > 0) {
            throw new GraphException.MalformedTarget(
                    "\"" + start.text() + "\" cannot begin a range: it counts up from nothing.",
                    "A range begins with a revision, or with -N, which counts from its end.");
        }
        Branch branch = targets.branch(start);
        BitSet lower = new BitSet();
        upper.stream()
                .filter(node -> branch == null || branch.lineage().get(node))
                .map(node -> targets.down(node, -steps, new TargetRequest(COMMAND, start, true)))
                .filter(node -> node != Targets.BASE)
                .forEach(lower::set);
        return lower;
    }

    private void checkRelated(Range range, BitSet lower, BitSet upper) {
        BitSet ends = (BitSet) upper.clone();
        if (range.end() == null || range.end().equals("heads")) {
            // A head on which another branch depends is no end of the walk, but one of the range.
            ends.or(targets.heads());
        }
        lower.stream()
                .filter(node -> !nodes.closure(node, nodes.children).intersects(ends))
                .findFirst()
                .ifPresent(node -> {
                    String end = range.end() == null ? "heads" : range.end();
                    throw new GraphException.NotAnAncestor(
                            "The revision \"" + nodes.id(node) + "\" is not below \"" + end
                                    + "\" on the same branch, so that no range lies between them.",
                            "To see the branches: retort branches");
                });
    }
}
