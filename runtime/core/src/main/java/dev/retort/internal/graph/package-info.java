/**
 * The graph of the revisions and the plans made from it: pure values, no files and no database; start with
 * {@link dev.retort.internal.graph.RevisionGraph}.
 */
@NullMarked
package dev.retort.internal.graph;

import org.jspecify.annotations.NullMarked;
