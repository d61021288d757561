package dev.retort.internal.graph;

import dev.retort.GraphException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what an upgrade leads to. */
final class Upgrade {

    private final Nodes nodes;
    private final Targets targets;
    private final BranchLabels labels;

    Upgrade(Nodes nodes, Targets targets, BranchLabels labels) {
        this.nodes = nodes;
        this.targets = targets;
        this.labels = labels;
    }

    /** The revisions to reach; none for the base. */
    BitSet targets(BitSet rows, TargetRequest request) {
        Target target = request.target();
        Integer steps = target.steps();
        if (steps == null) {
            return targets.absolute(target);
        }
        Branch branch = targets.branch(target);
        int reached;
        if (target.symbol() == null) {
            if (steps <= 0) {
                throw new GraphException.TooFar(
                        "\"" + target.text() + "\" does not lead up.", "To go back: retort downgrade -N");
            }
            reached = targets.up(start(rows, branch, request), steps, branch, request);
        } else {
            // On the way up the branch says where to turn, and need not hold the start.
            int start = targets.single(steps > 0 ? target.start() : target.absolute());
            reached = steps >= 0 ? targets.up(start, steps, branch, request) : targets.down(start, -steps, request);
        }
        return reached == Targets.BASE ? new BitSet() : Nodes.only(reached);
    }

    /** Where a step that begins at the current state begins: the rows on the branch, or what they imply there. */
    private int start(BitSet rows, @Nullable Branch branch, TargetRequest request) {
        BitSet starts = rows;
        if (branch != null) {
            starts = Nodes.both(rows, branch.lineage());
            if (starts.isEmpty()) {
                BitSet active = Nodes.both(nodes.closure(rows, nodes.below), branch.lineage());
                starts = nodes.maximal(active, nodes.above);
            }
        }
        if (starts.cardinality() > 1) {
            throw severalRows(starts, request, nodes, labels);
        }
        return starts.isEmpty() ? Targets.BASE : starts.nextSetBit(0);
    }

    /** A step from the current state, where the current state is several revisions. */
    static GraphException severalRows(BitSet rows, TargetRequest request, Nodes nodes, BranchLabels labels) {
        String text = request.target().text();
        String rest = text.substring(text.indexOf('@') + 1);
        String listed =
                rows.stream().mapToObj(row -> "\"" + nodes.id(row) + "\"").collect(Collectors.joining(", "));
        String[] handles =
                rows.stream().mapToObj(row -> labels.handle(row, rows)).toArray(String[]::new);
        String commands = Arrays.stream(handles)
                .map(handle -> request.command() + handle + "@" + rest)
                .collect(Collectors.joining(" or "));
        return new GraphException.AmbiguousStep(
                "\"" + text + "\" is ambiguous: the database is at several revisions, " + listed + ".",
                rows.stream().mapToObj(nodes::id).toList(),
                "Say which branch: " + commands);
    }
}
