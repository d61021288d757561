/** How results look, as text and as JSON; start with {@link dev.retort.internal.cli.render.RevisionText}. */
@NullMarked
package dev.retort.internal.cli.render;

import org.jspecify.annotations.NullMarked;
