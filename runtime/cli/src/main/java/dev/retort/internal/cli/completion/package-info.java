/** Scripts with which shells complete commands; begin with {@link dev.retort.internal.cli.completion.Shell}. */
@NullMarked
package dev.retort.internal.cli.completion;

import org.jspecify.annotations.NullMarked;
