package dev.retort.internal.graph;

import dev.retort.GraphException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what targets mean in the graph alone, whatever is applied, and walks from there. */
final class Targets {

    /** Where a walk down ends that takes exactly as many steps as there are. */
    static final int BASE = -1;

    private final Nodes nodes;
    private final Names names;
    private final BranchLabels labels;
    private final BitSet heads;
    private final BitSet realHeads;
    private final int[] bases;

    Targets(Nodes nodes, Names names, BranchLabels labels) {
        this.nodes = nodes;
        this.names = names;
        this.labels = labels;
        BitSet all = nodes.everything();
        this.heads = nodes.maximal(all, nodes.children);
        this.realHeads = nodes.maximal(all, nodes.above);
        this.bases =
                all.stream().filter(node -> nodes.parents[node].length == 0).toArray();
    }

    BitSet heads() {
        return heads;
    }

    BitSet realHeads() {
        return realHeads;
    }

    int[] bases() {
        return bases;
    }

    /** Reads a target; what is the name of a revision is never taken for a relative step. */
    Target parse(String text) {
        Target target = Target.parse(text);
        String whole = target.wholeName();
        boolean named = target.steps() != null && whole != null && names.exact(whole) != null;
        return named ? new Target(text, target.branch(), whole, null) : target;
    }

    @Nullable
    Branch branch(Target target) {
        return target.branch() == null ? null : names.branch(target.branch());
    }

    /** What a target means without its steps; nothing if that is the base. */
    BitSet absolute(Target target) {
        Branch branch = branch(target);
        String symbol = target.symbol();
        if (symbol == null || target.isBase()) {
            return new BitSet();
        }
        if (target.isHeads()) {
            return branch == null ? realHeads : Nodes.both(heads, branch.lineage());
        }
        if (target.isHead()) {
            BitSet found = branch == null ? heads : Nodes.both(heads, branch.lineage());
            return onlyHead(target, found);
        }
        return Nodes.only(names.revision(symbol, branch));
    }

    /** As {@link #absolute}, but one at most. */
    int single(Target target) {
        BitSet found = absolute(target);
        return found.isEmpty() ? BASE : onlyHead(target, found).nextSetBit(0);
    }

    private BitSet onlyHead(Target target, BitSet found) {
        if (found.cardinality() > 1) {
            List<String> narrower = found.stream()
                    .mapToObj(head -> labels.handle(head, found))
                    .map(handle -> names.isLabel(handle) ? handle + "@head" : handle)
                    .toList();
            throw new GraphException.MultipleHeads(target.text(), nodes.revisions(found), narrower);
        }
        return found;
    }

    /** Walks towards the heads; on a branch if there is one, along it. */
    int up(int from, int steps, @Nullable Branch branch, TargetRequest request) {
        int node = from;
        for (int i = 0; i < steps; i++) {
            int[] next = node == BASE ? bases : nodes.children[node];
            if (branch != null) {
                next = Arrays.stream(next).filter(branch.lineage()::get).toArray();
            }
            if (next.length > 1) {
                throw fork(next, request);
            }
            if (next.length == 0) {
                return request.beyond(i, "revision", "above " + named(from), node);
            }
            node = next[0];
        }
        return node;
    }

    /** Walks towards the base, and may end just there. */
    int down(int from, int steps, TargetRequest request) {
        int node = from;
        for (int i = 0; i < steps; i++) {
            if (node == BASE) {
                return request.beyond(i, "step", "from " + named(from) + " to the base", node);
            }
            int[] next = nodes.parents[node];
            if (next.length > 1) {
                throw merge(node, next, request);
            }
            node = next.length == 0 ? BASE : next[0];
        }
        return node;
    }

    private String named(int node) {
        return node == BASE ? "the base" : "\"" + nodes.id(node) + "\"";
    }

    /** Where one of them follows the other, no branch tells them apart, and only naming it does. */
    private GraphException fork(int[] next, TargetRequest request) {
        BitSet among = new BitSet();
        Arrays.stream(next).forEach(among::set);
        String text = request.target().text();
        String rest = text.substring(text.indexOf('@') + 1);
        boolean apart = Arrays.stream(next)
                .allMatch(node -> Nodes.both(nodes.lineage(node), among).cardinality() == 1);
        String commands = Arrays.stream(next)
                .mapToObj(
                        node -> request.command() + (apart ? labels.handle(node, among) + "@" + rest : nodes.id(node)))
                .collect(Collectors.joining(" or "));
        return ambiguous(next, request, "the branches part", commands);
    }

    private GraphException merge(int node, int[] next, TargetRequest request) {
        String commands = Arrays.stream(next)
                .mapToObj(parent -> request.command() + nodes.id(parent))
                .collect(Collectors.joining(" or "));
        return ambiguous(next, request, "\"" + nodes.id(node) + "\" joins several branches", commands);
    }

    private GraphException ambiguous(int[] next, TargetRequest request, String why, String commands) {
        List<String> candidates = Arrays.stream(next).mapToObj(nodes::id).toList();
        String sentence = "\"" + request.target().text() + "\" could lead to "
                + candidates.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(" or ")) + ": " + why
                + ".";
        return new GraphException.AmbiguousStep(sentence, candidates, "Say which: " + commands);
    }
}
