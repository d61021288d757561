/**
 * The revision scripts of a project as files, with their headers, the files they read, and the cache of headers.
 * Start with {@link dev.retort.internal.chain.Chain}.
 */
@NullMarked
package dev.retort.internal.chain;

import org.jspecify.annotations.NullMarked;
