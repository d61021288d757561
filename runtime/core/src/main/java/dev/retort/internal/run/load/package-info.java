/**
 * Loads the rows and the SQL of files that lie beside a script. Start with {@link
 * dev.retort.internal.run.load.RowLoader}.
 */
@NullMarked
package dev.retort.internal.run.load;

import org.jspecify.annotations.NullMarked;
