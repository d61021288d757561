/** Reads the rows of files beside a script, one at a time. Start with {@link dev.retort.internal.load.RowReader}. */
@NullMarked
package dev.retort.internal.load;

import org.jspecify.annotations.NullMarked;
