package dev.retort.internal.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds the revisions that follow themselves: the strongly connected parts of a graph, after Tarjan, without recursion. */
final class Cycles {

    private final int[][] edges;
    private final int[] index;
    private final int[] low;
    private final int[] nextEdge;
    private final BitSet onStack = new BitSet();
    private final int[] stack;
    private final int[] path;
    private final List<BitSet> found = new ArrayList<>();
    private int top;
    private int counter;

    private Cycles(int[][] edges) {
        this.edges = edges;
        this.index = new int[edges.length];
        this.low = new int[edges.length];
        this.nextEdge = new int[edges.length];
        this.stack = new int[edges.length];
        this.path = new int[edges.length];
    }

    /** Each cycle as the set of its members. */
    static List<BitSet> of(int[][] edges) {
        Cycles cycles = new Cycles(edges);
        for (int node = 0; node < edges.length; node++) {
            if (cycles.index[node] == 0) {
                cycles.visit(node);
            }
        }
        return cycles.found;
    }

    private void visit(int root) {
        int depth = 0;
        path[0] = enter(root);
        while (depth >= 0) {
            int node = path[depth];
            if (nextEdge[node] < edges[node].length) {
                int target = edges[node][nextEdge[node]++];
                if (index[target] == 0) {
                    path[++depth] = enter(target);
                } else if (onStack.get(target)) {
                    low[node] = Math.min(low[node], index[target]);
                }
                continue;
            }
            leave(node);
            depth--;
            if (depth >= 0) {
                low[path[depth]] = Math.min(low[path[depth]], low[node]);
            }
        }
    }

    private int enter(int node) {
        index[node] = ++counter;
        low[node] = counter;
        stack[top++] = node;
        onStack.set(node);
        return node;
    }

    private void leave(int node) {
        if (low[node] != index[node]) {
            return;
        }
        BitSet part = new BitSet();
        int member;
        do {
            member = stack[--top];
            onStack.clear(member);
            part.set(member);
        } while (member != node);
        boolean standsOnItself = Arrays.stream(edges[node]).anyMatch(target -> target == node);
        if (part.cardinality() > 1 || standsOnItself) {
            found.add(part);
        }
    }
}
