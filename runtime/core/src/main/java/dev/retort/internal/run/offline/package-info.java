/** Writes a script of SQL instead of running it. Start with {@link dev.retort.internal.run.offline.OfflineRun}. */
@NullMarked
package dev.retort.internal.run.offline;

import org.jspecify.annotations.NullMarked;
