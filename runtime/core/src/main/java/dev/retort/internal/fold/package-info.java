/**
 * What operations do to a schema, without a database: a chain is followed from revision to revision, and what a database
 * would refuse for a reason that the value knows is refused. Start with {@link dev.retort.internal.fold.Folding}.
 */
@NullMarked
package dev.retort.internal.fold;

import org.jspecify.annotations.NullMarked;
