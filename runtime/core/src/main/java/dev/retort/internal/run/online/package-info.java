/** Runs a plan on a connection. Start with {@link dev.retort.internal.run.online.OnlineRun}. */
@NullMarked
package dev.retort.internal.run.online;

import org.jspecify.annotations.NullMarked;
