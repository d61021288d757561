/** The engine's log on standard error; start with {@link dev.retort.cli.logging.LogOutput}. */
@NullMarked
package dev.retort.cli.logging;

import org.jspecify.annotations.NullMarked;
