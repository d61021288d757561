/**
 * Compares two schemas by what they mean, and writes what leads from one to the other as operations in an order that runs.
 * Start with {@link dev.retort.internal.difference.Difference}.
 */
@NullMarked
package dev.retort.internal.difference;

import org.jspecify.annotations.NullMarked;
