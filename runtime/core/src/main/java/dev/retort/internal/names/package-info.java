/** Sorted names as a value, which revisions, plans and rows are made of. */
@NullMarked
package dev.retort.internal.names;

import org.jspecify.annotations.NullMarked;
