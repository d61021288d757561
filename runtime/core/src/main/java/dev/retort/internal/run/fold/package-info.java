/**
 * Follows the scripts of a chain without a database: each closure runs, and what it asks for is folded into a schema. Start
 * with {@link dev.retort.internal.run.fold.ChainFold}.
 */
@NullMarked
package dev.retort.internal.run.fold;

import org.jspecify.annotations.NullMarked;
