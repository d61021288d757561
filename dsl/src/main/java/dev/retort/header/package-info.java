/**
 * Reads the header of a revision file without running, compiling or parsing it; start with
 * {@link dev.retort.header.HeaderScanner}.
 */
@NullMarked
package dev.retort.header;

import org.jspecify.annotations.NullMarked;
