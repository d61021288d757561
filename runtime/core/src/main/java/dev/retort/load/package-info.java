/**
 * Reads the rows of files beside a script, one at a time. Knows no database. Start with {@link
 * dev.retort.load.RowReader}.
 */
@NullMarked
package dev.retort.load;

import org.jspecify.annotations.NullMarked;
