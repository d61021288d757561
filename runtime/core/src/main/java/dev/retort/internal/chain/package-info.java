/**
 * The revision scripts of a project as files, and the files beside them that they name: reads them, keeps their headers,
 * makes the graph of them, names the files of new ones. Compiles none. Start with {@link dev.retort.internal.chain.Chain}.
 */
@NullMarked
package dev.retort.internal.chain;

import org.jspecify.annotations.NullMarked;
