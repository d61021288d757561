/**
 * Writes the text of scripts: {@link dev.retort.internal.source.RevisionWriter} a whole one, {@link
 * dev.retort.internal.source.OperationWriter} the statements that ask for operations.
 */
@NullMarked
package dev.retort.internal.source;

import org.jspecify.annotations.NullMarked;
