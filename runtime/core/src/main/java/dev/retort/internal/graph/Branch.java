package dev.retort.internal.graph;

import java.util.BitSet;

/**
 * A branch, named by one revision on it.
 *
 * @param name the label or id it was named by
 * @param node that revision
 * @param lineage its ancestors and descendants by down-revisions, and itself
 */
record Branch(String name, int node, BitSet lineage) {}
