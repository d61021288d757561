package dev.retort.internal.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Puts revisions in order as Alembic does: down one branch as far as nothing unfinished follows it, then on with the
 * branch that does. Where Alembic takes the order of file names, this takes the order of ids.
 */
final class PlanOrder {

    private final Nodes nodes;
    private final int[][] walked;

    PlanOrder(Nodes nodes) {
        this.nodes = nodes;
        this.walked = withoutInherited(nodes);
    }

    /** The set, newest first; each before everything below it. */
    int[] newestFirst(BitSet set) {
        return new Walk(set).order();
    }

    int[] oldestFirst(BitSet set) {
        int[] order = newestFirst(set);
        for (int i = 0, j = order.length - 1; i < j; i++, j--) {
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** What to go on with below each node: all but the dependencies an ancestor of it has as well. */
    private static int[][] withoutInherited(Nodes nodes) {
        int[][] dependents = Nodes.reversed(nodes.dependencies);
        int[][] walked = nodes.below.clone();
        for (int dependency = 0; dependency < dependents.length; dependency++) {
            if (dependents[dependency].length > 1) {
                dropInherited(nodes, dependency, dependents[dependency], walked);
            }
        }
        return walked;
    }

    private static void dropInherited(Nodes nodes, int dependency, int[] dependents, int[][] walked) {
        BitSet above = new BitSet();
        Arrays.stream(dependents)
                .flatMap(node -> Arrays.stream(nodes.children[node]))
                .forEach(above::set);
        BitSet inheriting = nodes.closure(above, nodes.children);
        for (int node : dependents) {
            boolean follows = Arrays.stream(nodes.parents[node]).anyMatch(parent -> parent == dependency);
            if (inheriting.get(node) && !follows) {
                walked[node] = Arrays.stream(walked[node])
                        .filter(below -> below != dependency)
                        .toArray();
            }
        }
    }

    private final class Walk {

        private final BitSet todo;
        /** How many of the set follow each and are not done. */
        private final int[] unfinishedAbove = new int[nodes.size()];

        private final List<Integer> heads = new ArrayList<>();
        private final BitSet isHead = new BitSet();
        private final int[] order;
        private int done;
        private int current;

        Walk(BitSet set) {
            todo = (BitSet) set.clone();
            order = new int[set.cardinality()];
            todo.stream().forEach(node -> Arrays.stream(nodes.below[node]).forEach(below -> unfinishedAbove[below]++));
        }

        int[] order() {
            while (!todo.isEmpty()) {
                todo.stream().filter(node -> unfinishedAbove[node] == 0).forEach(this::addHead);
                current = 0;
                while (!heads.isEmpty()) {
                    advance();
                }
            }
            return order;
        }

        private void advance() {
            int candidate = heads.get(current);
            if (unfinishedAbove[candidate] > 0) {
                current = firstHeadAbove(candidate);
                return;
            }
            finish(candidate);
            boolean replaced = false;
            for (int below : walked[candidate]) {
                if (!todo.get(below) || isHead.get(below)) {
                    continue;
                }
                if (replaced) {
                    addHead(below);
                } else {
                    heads.set(current, below);
                    isHead.set(below);
                    replaced = true;
                }
            }
            if (!replaced) {
                heads.remove(current);
                current = Math.max(current - 1, 0);
            }
        }

        private void addHead(int node) {
            heads.add(node);
            isHead.set(node);
        }

        private void finish(int node) {
            order[done++] = node;
            todo.clear(node);
            isHead.clear(node);
            for (int below : nodes.below[node]) {
                unfinishedAbove[below]--;
            }
        }

        private int firstHeadAbove(int candidate) {
            BitSet above = new BitSet();
            int[] stack = new int[todo.cardinality() + 1];
            int top = 0;
            stack[top++] = candidate;
            while (top > 0) {
                for (int next : nodes.above[stack[--top]]) {
                    if (todo.get(next) && !above.get(next)) {
                        above.set(next);
                        stack[top++] = next;
                    }
                }
            }
            for (int i = 0; i < heads.size(); i++) {
                if (above.get(heads.get(i))) {
                    return i;
                }
            }
            throw new IllegalStateException("no head above " + nodes.id(candidate));
        }
    }
}
