/**
 * Reads the header of a revision file without running, compiling or parsing it; start with
 * {@link dev.retort.internal.header.HeaderScanner}.
 */
@NullMarked
package dev.retort.internal.header;

import org.jspecify.annotations.NullMarked;
