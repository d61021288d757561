/**
 * Compares what a database records with the scripts that are there. Start with {@link
 * dev.retort.internal.drift.Validation}.
 */
@NullMarked
package dev.retort.internal.drift;

import org.jspecify.annotations.NullMarked;
