/** Writes the text of scripts; start with {@link dev.retort.internal.source.RevisionWriter}. */
@NullMarked
package dev.retort.internal.source;

import org.jspecify.annotations.NullMarked;
