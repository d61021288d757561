/** How results look, as text and as JSON; start with {@link dev.retort.cli.render.RevisionText}. */
@NullMarked
package dev.retort.cli.render;

import org.jspecify.annotations.NullMarked;
