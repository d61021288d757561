/** Writes the text of scripts; start with {@link dev.retort.source.RevisionWriter}. */
@NullMarked
package dev.retort.source;

import org.jspecify.annotations.NullMarked;
