/** Runs a plan and keeps nothing of it. Start with {@link dev.retort.internal.run.rehearse.RehearsalRun}. */
@NullMarked
package dev.retort.internal.run.rehearse;

import org.jspecify.annotations.NullMarked;
