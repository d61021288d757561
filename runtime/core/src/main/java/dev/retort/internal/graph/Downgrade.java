package dev.retort.internal.graph;

import dev.retort.GraphException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Finds what a downgrade reverts. */
final class Downgrade {

    private final Nodes nodes;
    private final Names names;
    private final Targets targets;
    private final BranchLabels labels;

    Downgrade(Nodes nodes, Names names, Targets targets, BranchLabels labels) {
        this.nodes = nodes;
        this.names = names;
        this.targets = targets;
        this.labels = labels;
    }

    /** The revisions to revert. */
    BitSet reverted(BitSet rows, TargetRequest request) {
        Target target = request.target();
        BitSet applied = nodes.closure(rows, nodes.below);
        Branch branch = targets.branch(target);
        if (target.steps() == null && target.isBase() && branch != null) {
            return branchAlone(applied, branch);
        }
        int reached = targets.single(target.absolute());
        if (target.steps() != null) {
            if (target.symbol() == null) {
                int start = start(rows, applied, branch, request);
                branch = branch == null ? names.branch(nodes.id(start)) : branch;
                reached = targets.down(start, -target.steps(), request);
            } else {
                reached = target.steps() >= 0
                        ? targets.up(reached, target.steps(), branch, request)
                        : targets.down(reached, -target.steps(), request);
            }
        }
        BitSet reverted = nodes.closure(roots(reached, branch, request), nodes.above);
        reverted.and(applied);
        if (reverted.isEmpty() && reached != Targets.BASE && !rows.get(reached)) {
            checkStandsThere(reached, applied, request);
        }
        return reverted;
    }

    /**
     * What belongs to a branch and to nothing else: the revision that names it, all above it, and below it as far down
     * as no other applied revision is there.
     */
    BitSet branchAlone(BitSet applied, Branch branch) {
        BitSet own = nodes.closure(branch.node(), nodes.children);
        own.and(applied);
        BitSet reverted = nodes.closure(own, nodes.above);
        reverted.and(applied);
        BitSet below = Nodes.both(nodes.closure(branch.node(), nodes.parents), applied);
        Deque<Integer> candidates = new ArrayDeque<>();
        below.stream().forEach(candidates::add);
        while (!candidates.isEmpty()) {
            int node = candidates.remove();
            boolean free = Arrays.stream(nodes.above[node]).noneMatch(up -> applied.get(up) && !reverted.get(up));
            if (free && (!reverted.get(node) || node == branch.node())) {
                reverted.set(node);
                Arrays.stream(nodes.parents[node]).filter(below::get).forEach(candidates::add);
            }
        }
        return reverted;
    }

    private int start(BitSet rows, BitSet applied, @Nullable Branch branch, TargetRequest request) {
        Integer steps = request.target().steps();
        if (steps != null && steps >= 0) {
            throw new GraphException.TooFar(
                    "\"" + request.target().text() + "\" does not lead down.", "To go forward: retort upgrade +N");
        }
        BitSet starts = rows;
        if (branch != null) {
            starts = Nodes.both(rows, branch.lineage());
            if (starts.isEmpty()) {
                starts = Nodes.both(nodes.maximal(applied, nodes.children), branch.lineage());
            }
        }
        if (starts.isEmpty()) {
            String where = branch == null ? "." : " on the branch \"" + branch.name() + "\".";
            throw new GraphException.TooFar(
                    "\"" + request.target().text() + "\" leads too far: nothing is applied" + where,
                    "To see what is applied: retort status");
        }
        if (starts.cardinality() > 1) {
            throw Upgrade.severalRows(starts, request, nodes, labels);
        }
        return starts.nextSetBit(0);
    }

    /** What goes first of all if the target is to be the last that stays. */
    private BitSet roots(int target, @Nullable Branch branch, TargetRequest request) {
        BitSet roots = new BitSet();
        Arrays.stream(target == Targets.BASE ? targets.bases() : nodes.children[target])
                .forEach(roots::set);
        if (branch == null || roots.cardinality() <= 1) {
            return roots;
        }
        BitSet narrowed = Nodes.both(roots, nodes.closure(branch.node(), nodes.parents));
        if (narrowed.isEmpty()) {
            throw new GraphException.NotAnAncestor(
                    "\"" + request.target().text() + "\" does not say which branch to revert: \"" + branch.name()
                            + "\" is not above \"" + nodes.id(target) + "\".",
                    "To revert all that is above it: retort downgrade " + nodes.id(target));
        }
        return narrowed;
    }

    private void checkStandsThere(int target, BitSet applied, TargetRequest request) {
        String id = nodes.id(target);
        if (!applied.get(target)) {
            throw new GraphException.NotAnAncestor(
                    "The revision \"" + id + "\" is not applied, so that a downgrade cannot lead to it.",
                    "To see what is applied: retort current");
        }
        if (request.target().isHead() && request.target().steps() == null) {
            return;
        }
        BitSet dependents = new BitSet();
        Arrays.stream(nodes.above[target]).filter(applied::get).forEach(dependents::set);
        String needed = String.join(", ", nodes.names(dependents));
        throw new GraphException.NotAnAncestor(
                "A downgrade to \"" + id + "\" would revert nothing: it is applied, and only " + needed
                        + " depends on it.",
                "To revert that: retort downgrade " + needed.split(",")[0] + "@-1");
    }
}
