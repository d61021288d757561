/** The engine's log on standard error; start with {@link dev.retort.internal.cli.logging.LogOutput}. */
@NullMarked
package dev.retort.internal.cli.logging;

import org.jspecify.annotations.NullMarked;
