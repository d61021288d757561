package dev.retort.internal.graph;

import dev.retort.GraphException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds what counts as applied after a stamp. */
final class Stamp {

    private final Nodes nodes;
    private final Targets targets;
    private final Downgrade downgrade;

    Stamp(Nodes nodes, Targets targets, Downgrade downgrade) {
        this.nodes = nodes;
        this.targets = targets;
        this.downgrade = downgrade;
    }

    BitSet applied(BitSet before, List<Target> stamped) {
        BitSet applied = before;
        BitSet wanted = new BitSet();
        for (Target target : stamped) {
            if (target.steps() != null) {
                throw Names.unknown(
                        target.text(),
                        "\"" + target.text() + "\" names no revision: a stamp takes no relative target.",
                        "Name the revision the database is at.");
            }
            Branch branch = targets.branch(target);
            if (target.isBase()) {
                applied =
                        branch == null ? new BitSet() : Nodes.without(applied, downgrade.branchAlone(applied, branch));
            }
            wanted.or(target.isHeads() ? targets.absolute(target) : one(target));
        }
        checkOverlap(wanted);
        BitSet outermost = nodes.maximal(nodes.closure(wanted, nodes.below), nodes.above);
        for (int node = outermost.nextSetBit(0); node >= 0; node = outermost.nextSetBit(node + 1)) {
            applied = moved(applied, node);
        }
        return applied;
    }

    private BitSet one(Target target) {
        int node = targets.single(target);
        return node == Targets.BASE ? new BitSet() : Nodes.only(node);
    }

    private void checkOverlap(BitSet wanted) {
        for (int node = wanted.nextSetBit(0); node >= 0; node = wanted.nextSetBit(node + 1)) {
            BitSet below = Nodes.both(nodes.closure(node, nodes.parents), wanted);
            below.clear(node);
            if (!below.isEmpty()) {
                String ancestor = nodes.id(below.nextSetBit(0));
                throw new GraphException.Overlap(
                        "A database cannot be at both", ancestor, nodes.id(node), "Leave out " + ancestor + ".");
            }
        }
    }

    /**
     * The lineage of the revision moves to it, up or down; what other branches have applied stays, unless it depends on
     * what is gone.
     */
    private BitSet moved(BitSet applied, int to) {
        BitSet gone = Nodes.both(nodes.closure(to, nodes.above), applied);
        gone.clear(to);
        BitSet descendants = nodes.closure(to, nodes.children);
        BitSet lineage = nodes.closure(Nodes.both(gone, descendants), nodes.parents);
        BitSet candidates = Nodes.without(applied, gone);
        candidates.or(nodes.closure(to, nodes.below));

        BitSet kept = Nodes.both(nodes.maximal(applied, nodes.children), candidates);
        kept.set(to);
        gone.stream()
                .filter(node -> !descendants.get(node))
                .flatMap(node -> Arrays.stream(nodes.parents[node]))
                .filter(candidates::get)
                .forEach(kept::set);
        return grown(kept, gone, candidates, Nodes.without(candidates, lineage));
    }

    /** Adds what the lost revisions depended on until no more is lost. */
    private BitSet grown(BitSet kept, BitSet gone, BitSet candidates, BitSet outside) {
        BitSet lost = gone;
        while (true) {
            keepDependencies(lost, outside, kept);
            BitSet applied = nodes.closure(kept, nodes.below);
            BitSet nowLost = Nodes.without(candidates, applied);
            nowLost.or(gone);
            if (nowLost.equals(lost)) {
                return applied;
            }
            lost = nowLost;
        }
    }

    /** What a revision depended on was applied in its own right, on a branch of its own. */
    private void keepDependencies(BitSet left, BitSet candidates, BitSet kept) {
        left.stream()
                .flatMap(node -> Arrays.stream(nodes.dependencies[node]))
                .filter(candidates::get)
                .forEach(kept::set);
    }
}
