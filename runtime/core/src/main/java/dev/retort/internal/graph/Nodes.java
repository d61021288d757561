package dev.retort.internal.graph;

import dev.retort.Revision;
import dev.retort.internal.names.SortedNames;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The revisions as numbers, given out in the order of their ids, so that the order of numbers is the order in which
 * ties are broken. Edges are arrays of numbers; sets are bit sets; nothing recurses.
 */
final class Nodes {

    private final List<Revision> revisions;
    /** What each follows, in the order its script names it. */
    final int[][] parents;
    /** What each depends on, by id. */
    final int[][] dependencies;

    final int[][] children;
    /** Parents, then dependencies that are not parents. */
    final int[][] below;
    /** Children and dependents. */
    final int[][] above;

    Nodes(List<Revision> revisions, int[][] parents, int[][] dependencies) {
        this.revisions = revisions;
        this.parents = parents;
        this.dependencies = dependencies;
        this.below = union(parents, dependencies);
        this.children = reversed(parents);
        this.above = reversed(below);
    }

    int size() {
        return revisions.size();
    }

    Revision revision(int node) {
        return revisions.get(node);
    }

    String id(int node) {
        return revisions.get(node).id();
    }

    List<Revision> all() {
        return revisions;
    }

    List<Revision> revisions(BitSet set) {
        return set.stream().mapToObj(revisions::get).toList();
    }

    SortedNames names(BitSet set) {
        return new SortedNames(set.stream().mapToObj(this::id).toArray(String[]::new));
    }

    /** These nodes and everything that can be reached from them. */
    BitSet closure(BitSet from, int[][] edges) {
        BitSet seen = (BitSet) from.clone();
        int[] stack = new int[Math.max(1, size())];
        int top = 0;
        for (int node = from.nextSetBit(0); node >= 0; node = from.nextSetBit(node + 1)) {
            stack[top++] = node;
        }
        while (top > 0) {
            for (int next : edges[stack[--top]]) {
                if (!seen.get(next)) {
                    seen.set(next);
                    stack[top++] = next;
                }
            }
        }
        return seen;
    }

    BitSet closure(int from, int[][] edges) {
        return closure(only(from), edges);
    }

    /** Those of the set that no other of the set follows, by these edges upwards. */
    BitSet maximal(BitSet set, int[][] up) {
        BitSet maximal = new BitSet(size());
        set.stream().filter(node -> Arrays.stream(up[node]).noneMatch(set::get)).forEach(maximal::set);
        return maximal;
    }

    /** Whether one is an ancestor or a descendant of the other, or the same, by down-revisions alone. */
    BitSet lineage(int node) {
        BitSet lineage = closure(node, parents);
        lineage.or(closure(node, children));
        return lineage;
    }

    BitSet everything() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    static BitSet only(int node) {
        BitSet set = new BitSet();
        set.set(node);
        return set;
    }

    static BitSet of(Iterable<Integer> nodes) {
        BitSet set = new BitSet();
        nodes.forEach(set::set);
        return set;
    }

    static BitSet without(BitSet set, BitSet removed) {
        BitSet rest = (BitSet) set.clone();
        rest.andNot(removed);
        return rest;
    }

    static BitSet both(BitSet one, BitSet other) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        return common;
    }

    private static int[][] union(int[][] first, int[][] second) {
        int[][] union = new int[first.length][];
        for (int node = 0; node < first.length; node++) {
            union[node] = second[node].length == 0
                    ? first[node]
                    : IntStream.concat(Arrays.stream(first[node]), Arrays.stream(second[node]))
                            .distinct()
                            .toArray();
        }
        return union;
    }

    static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] reversed = new int[edges.length][];
        Arrays.setAll(reversed, node -> new int[counts[node]]);
        Arrays.fill(counts, 0);
        for (int node = 0; node < edges.length; node++) {
            for (int target : edges[node]) {
                reversed[target][counts[target]++] = node;
            }
        }
        return reversed;
    }
}
