/**
 * Changes many rows in batches, each in a transaction of its own. Start with {@link
 * dev.retort.internal.run.backfill.BackfillRun}.
 */
@NullMarked
package dev.retort.internal.run.backfill;

import org.jspecify.annotations.NullMarked;
