/**
 * The revision scripts of a project as files: reading them into a graph, compiling them when they are needed, writing
 * new ones. Start with {@link dev.retort.chain.Chain}.
 */
@NullMarked
package dev.retort.chain;

import org.jspecify.annotations.NullMarked;
